import { wema as averages } from 'technicalindicators';
import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Wilder's exponential moving average, the one inside RSI, ATR and ADX; elsewhere called RMA or SMMA.
 *
 *   WEMA = WEMA₋₁ + (x − WEMA₋₁) / period, seeded with the mean of the first `period` values
 *
 * First value after period − 1 bars.
 */
export function wema(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period - 1, [out], (start, end) => {
    out.set(averages({ period, values: Array.from(source.subarray(start, end)) }), start + period - 1);
  });
  return out;
}

export const WEMA = onSource({
  id: 'wema',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [wema(source, period)],
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; technicalindicators',
});

import { averagegain, averageloss } from 'technicalindicators';
import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * The average gain or loss from bar to bar, in Wilder's smoothing: the two sides of the RSI.
 *
 *   A = (A₋₁ · (period − 1) + max(0, ±(x − x₋₁))) / period, seeded with the mean of the first `period` changes
 *
 * First value after `period` bars; losses are positive too.
 */
function averageChange(source: Float64Array, period: number, average: typeof averagegain): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period, [out], (start, end) => {
    out.set(average({ period, values: Array.from(source.subarray(start, end)) }), start + period);
  });
  return out;
}

const CHANGE = {
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period: number) => period,
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; technicalindicators',
};

export const AVERAGE_GAIN = onSource({
  ...CHANGE,
  id: 'averageGain',
  compute: (source, period) => [averageChange(source, period, averagegain)],
});

export const AVERAGE_LOSS = onSource({
  ...CHANGE,
  id: 'averageLoss',
  compute: (source, period) => [averageChange(source, period, averageloss)],
});

import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Momentum: how much the value has changed in `period` bars.
 *
 *   MOM = x − x₋ₚ
 *
 * First value after `period` bars.
 */
export function mom(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period, [out], (start, end) => {
    for (let i = start + period; i < end; i++) out[i] = (source[i] as number) - (source[i - period] as number);
  });
  return out;
}

export const MOM = onSource({
  id: 'mom',
  params: [{ ...PERIOD, default: 10 }],
  lookback: (period) => period,
  compute: (source, period) => [mom(source, period)],
  source: 'TA-Lib MOM',
});

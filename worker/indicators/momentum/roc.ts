import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Rate of change in `period` bars, in percent.
 *
 *   ROC = 100 · (x / x₋ₚ − 1)
 *
 * First value after `period` bars; 0 where the earlier value is 0.
 */
export function roc(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period, [out], (start, end) => {
    for (let i = start + period; i < end; i++) {
      const earlier = source[i - period] as number;
      out[i] = earlier === 0 ? 0 : 100 * ((source[i] as number) / earlier - 1);
    }
  });
  return out;
}

export const ROC = onSource({
  id: 'roc',
  params: [{ ...PERIOD, default: 10 }],
  lookback: (period) => period,
  compute: (source, period) => [roc(source, period)],
  source: 'TA-Lib ROC',
});

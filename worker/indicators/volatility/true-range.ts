import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * True range: the bar's range, stretched to the previous close where the price jumped.
 *
 *   TR = max(high, close₋₁) − min(low, close₋₁)
 *
 * First value after one bar.
 */
export function trueRange({ high, low, close }: BarColumns): Float64Array {
  const out = columnMemory.takeZeros(close.length);
  eachStretch([high, low, close], 1, [out], (start, end) => {
    for (let i = start + 1; i < end; i++) {
      const previous = close[i - 1] as number;
      const top = high[i] as number;
      const bottom = low[i] as number;
      out[i] = Math.max(previous, top) - Math.min(previous, bottom);
    }
  });
  return out;
}

export const TRUE_RANGE = onBars({
  id: 'trueRange',
  params: [],
  lookback: () => 1,
  compute: (bars) => [trueRange(bars)],
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; TA-Lib TRANGE',
});

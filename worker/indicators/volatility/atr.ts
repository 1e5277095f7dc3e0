import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { smooth } from '../average/ema.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { trueRange } from './true-range.ts';

/**
 * Average true range, in Wilder's smoothing.
 *
 *   ATR = ATR₋₁ + (TR − ATR₋₁) / period, seeded with the mean of the first `period` true ranges
 *
 * First value after `period` bars, since the first true range needs the close before it.
 */
export function atr(bars: BarColumns, period: number): Float64Array {
  const ranges = trueRange(bars);
  const out = columnMemory.takeZeros(ranges.length);
  eachStretch([ranges], period - 1, [out], (start, end) => smooth(ranges, period, 1 / period, start, end, out));
  return out;
}

export const ATR = onBars({
  id: 'atr',
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period) => period,
  compute: (bars, period) => [atr(bars, period)],
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; TA-Lib ATR',
});

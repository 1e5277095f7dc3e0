import type { BarColumns } from '#shared/domain/bars.ts';
import { rollingSum } from '../../indicators/statistics/rolling-sum.ts';
import { trueRange } from '../../indicators/volatility/true-range.ts';

const BARS = 20;

/**
 * Usual size of a bar, in price points: the mean true range of the 20 bars before it, the bar itself left out,
 * because it isn't over when an order fills in it. NaN until there are 20.
 *
 * The first bar of all has no close before it, so its true range is its own range (Wilder). Sums don't drift: each
 * window's error is at most 20 · ε, however long the series.
 */
export function usualRange(bars: BarColumns): Float64Array {
  const ranges = trueRange(bars);
  ranges[0] = (bars.high[0] as number) - (bars.low[0] as number);
  const sums = rollingSum(ranges, BARS);
  for (let i = sums.length - 1; i > 0; i--) sums[i] = (sums[i - 1] as number) / BARS;
  return sums;
}

import type { BarColumns } from '#shared/domain/bars.ts';
import { sma } from '../average/sma.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { highest } from '../statistics/highest.ts';
import { lowest } from '../statistics/lowest.ts';
import { alignStarts } from '../stretch.ts';

/**
 * Where a value lies between the lowest and the highest of the last `period` bars, 0 … 100; 50, the middle, where
 * they are equal (TA-Lib: 0). First value after period − 1 bars.
 * @param rounding a range no larger than this counts as none
 */
export function placeInRange(
  value: Float64Array,
  high: Float64Array,
  low: Float64Array,
  period: number,
  rounding = 0,
): Float64Array {
  const tops = highest(high, period);
  const out = lowest(low, period);
  for (let i = 0; i < out.length; i++) {
    const bottom = out[i] as number;
    const range = (tops[i] as number) - bottom;
    out[i] = range <= rounding ? 50 : (100 * ((value[i] as number) - bottom)) / range;
  }
  return out;
}

/**
 * Slow stochastic oscillator, 0 … 100.
 *
 *   k = SMA(100 · (close − lowest low) / (highest high − lowest low), slowing);  d = SMA(k, dPeriod)
 *
 * Lowest and highest over kPeriod bars. First values after kPeriod + slowing + dPeriod − 3 bars, both together.
 */
export function stoch(bars: BarColumns, kPeriod: number, slowing: number, dPeriod: number): StochColumns {
  return smoothed(placeInRange(bars.close, bars.high, bars.low, kPeriod), slowing, dPeriod);
}

/** The lines k and d from the raw oscillator, starting together. */
export function smoothed(raw: Float64Array, slowing: number, dPeriod: number): StochColumns {
  const k = sma(raw, slowing);
  const d = sma(k, dPeriod);
  alignStarts([k, d]);
  return { k, d };
}

export interface StochColumns {
  k: Float64Array;
  d: Float64Array;
}

export const STOCH = onBars({
  id: 'stoch',
  params: [
    { ...PERIOD, name: 'kPeriod', default: 14 },
    { ...PERIOD, name: 'slowing', default: 3 },
    { ...PERIOD, name: 'dPeriod', default: 3 },
  ],
  outputs: ['k', 'd'],
  lookback: (kPeriod, slowing, dPeriod) => kPeriod + slowing + dPeriod - 3,
  compute(bars, kPeriod, slowing, dPeriod) {
    const { k, d } = stoch(bars, kPeriod, slowing, dPeriod);
    return [k, d];
  },
  source: "Lane (1984), Lane's Stochastics, Stocks & Commodities 2(3); TA-Lib STOCH with simple averages",
});

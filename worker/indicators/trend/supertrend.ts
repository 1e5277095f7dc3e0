import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { atr } from '../volatility/atr.ts';

/**
 * Supertrend: a stop line that follows the trend at some average true ranges and changes sides when crossed.
 *
 *   bands = (high + low) / 2 ± multiplier · ATR(period); the upper one only falls while the close before stays
 *   below it, the lower one only rises while it stays above
 *   direction = 1 (up, value = lower band) until close < lower; −1 (down, value = upper band) until close > upper
 *
 * First values after `period` bars; the direction starts at −1. (TradingView's sign of the direction is the
 * opposite, and its ATR starts one bar earlier.)
 */
export function supertrend(bars: BarColumns, period: number, multiplier: number): SupertrendColumns {
  const { high, low, close } = bars;
  const value = atr(bars, period);
  const direction = columnMemory.takeZeros(value.length);
  eachStretch([value], 0, [direction], (start, end) => {
    let upper = Number.POSITIVE_INFINITY;
    let lower = Number.NEGATIVE_INFINITY;
    let trend = -1;
    for (let i = start; i < end; i++) {
      const middle = ((high[i] as number) + (low[i] as number)) / 2;
      const width = multiplier * (value[i] as number);
      const before = close[i - 1] as number;
      if (middle + width < upper || before > upper) upper = middle + width;
      if (middle - width > lower || before < lower) lower = middle - width;
      const last = close[i] as number;
      if (i > start) trend = trend < 0 ? (last > upper ? 1 : -1) : last < lower ? -1 : 1;
      value[i] = trend < 0 ? upper : lower;
      direction[i] = trend;
    }
  });
  return { value, direction };
}

export interface SupertrendColumns {
  value: Float64Array;
  /** 1 up, −1 down. */
  direction: Float64Array;
}

export const SUPERTREND = onBars({
  id: 'supertrend',
  params: [
    { ...PERIOD, default: 10 },
    { name: 'multiplier', default: 3, integer: false, min: 0 },
  ],
  outputs: ['value', 'direction'],
  lookback: (period) => period,
  compute(bars, period, multiplier) {
    const { value, direction } = supertrend(bars, period, multiplier);
    return [value, direction];
  },
  source: 'Olivier Seban; TradingView Pine reference, ta.supertrend',
});

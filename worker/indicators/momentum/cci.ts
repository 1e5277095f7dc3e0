import type { BarColumns } from '#shared/domain/bars.ts';
import { sma } from '../average/sma.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { typicalPrice } from '../volume/typical-price.ts';

/**
 * Commodity channel index.
 *
 *   CCI = (tp − SMA(tp)) / (0.015 · mean |tp − SMA(tp)|),  tp = (high + low + close) / 3
 *
 * First value after period − 1 bars; 0 where tp hasn't moved. The mean distance has to be taken around a new centre
 * on every bar, so that, alone among the indicators, its time grows with the period.
 */
export function cci(bars: BarColumns, period: number): Float64Array {
  const prices = typicalPrice(bars);
  const out = sma(prices, period);
  eachStretch([out], 0, [], (start, end) => centre(prices, period, start, end, out));
  return out;
}

/**
 * Replaces the means in `out` by the index. Prices that are equal but for rounding are taken as equal: the last digit
 * divided by itself would look like a signal.
 */
function centre(prices: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  const rounding = 4 * period * Number.EPSILON;
  for (let i = start; i < end; i++) {
    const mean = out[i] as number;
    let distances = 0;
    for (let j = i - period + 1; j <= i; j++) distances += Math.abs((prices[j] as number) - mean);
    const varies = distances > rounding * Math.abs(mean);
    out[i] = varies ? ((prices[i] as number) - mean) / ((0.015 * distances) / period) : 0;
  }
}

export const CCI = onBars({
  id: 'cci',
  params: [{ ...PERIOD, default: 20 }],
  lookback: (period) => period - 1,
  compute: (bars, period) => [cci(bars, period)],
  source: 'Lambert (1980), Commodity Channel Index, Commodities 9(10); TA-Lib CCI',
});

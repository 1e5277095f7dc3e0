import type { BarColumns } from '#shared/domain/bars.ts';
import { sma } from '../average/sma.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { OrderedWindow } from '../statistics/ordered-window.ts';
import { eachStretch } from '../stretch.ts';
import { typicalPrice } from '../volume/typical-price.ts';

/** From this period on a tree is faster than adding up. */
const LONG = 700;

/** Prices that lie no further apart, on average and as a share of themselves, are equal but for rounding. */
const ROUNDING = 64 * Number.EPSILON;

/**
 * Commodity channel index.
 *
 *   CCI = (tp − SMA(tp)) / (0.015 · mean |tp − SMA(tp)|),  tp = (high + low + close) / 3
 *
 * First value after period − 1 bars; 0 where tp hasn't moved. Each bar has a new centre that all distances are taken
 * from: over long periods the prices are kept in order, so that time doesn't grow with the period.
 */
export function cci(bars: BarColumns, period: number): Float64Array {
  const prices = typicalPrice(bars);
  const out = sma(prices, period);
  const centreAll = period < LONG ? centreOneByOne : centreInOrder;
  eachStretch([prices], period - 1, [], (start, end) => centreAll(prices, period, start, end, out));
  return out;
}

/** Replaces the means in `out` by the index. */
function centreOneByOne(prices: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  for (let i = start + period - 1; i < end; i++) {
    const mean = out[i] as number;
    let distances = 0;
    for (let j = i - period + 1; j <= i; j++) distances += Math.abs((prices[j] as number) - mean);
    out[i] = index(prices[i] as number, mean, distances / period);
  }
}

function centreInOrder(prices: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  const window = new OrderedWindow(period);
  for (let i = start; i < end; i++) {
    const price = prices[i] as number;
    window.push(price);
    if (i < start + period - 1) continue;
    const mean = out[i] as number;
    out[i] = index(price, mean, window.distancesFrom(mean) / period);
  }
}

/** The last digit of a price divided by itself would look like a signal, so a market at rest has none. */
function index(price: number, mean: number, distance: number): number {
  return distance > ROUNDING * Math.abs(mean) ? (price - mean) / (0.015 * distance) : 0;
}

export const CCI = onBars({
  id: 'cci',
  params: [{ ...PERIOD, default: 20 }],
  lookback: (period) => period - 1,
  compute: (bars, period) => [cci(bars, period)],
  source: 'Lambert (1980), Commodity Channel Index, Commodities 9(10); TA-Lib CCI',
});

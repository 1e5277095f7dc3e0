import type { BarColumns } from '#shared/domain/bars.ts';

/** The mean of high, low and close of each bar. */
export function typicalPrice({ high, low, close }: BarColumns): Float64Array {
  const prices = new Float64Array(close.length);
  for (let i = 0; i < prices.length; i++) {
    prices[i] = ((high[i] as number) + (low[i] as number) + (close[i] as number)) / 3;
  }
  return prices;
}

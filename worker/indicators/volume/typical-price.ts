import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';

/** The mean of high, low and close of each bar. */
export function typicalPrice({ high, low, close }: BarColumns): Float64Array {
  const prices = columnMemory.takeZeros(close.length);
  for (let i = 0; i < prices.length; i++) {
    prices[i] = ((high[i] as number) + (low[i] as number) + (close[i] as number)) / 3;
  }
  return prices;
}

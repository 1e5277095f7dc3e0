import type { Fraction } from '#shared/domain/units.ts';
import { BLOCK } from '../price-blocks.ts';
import type { TradedRun } from './traded-run.ts';

/**
 * Maximum drawdown at the close of every bar, as `metrics/risk/max-drawdown.ts` defines it, without a look at every
 * bar: while a position is held equity follows the price, so the lowest and the highest close of a block of bars say
 * whether it can bring a new high of equity or a deeper drawdown. Only blocks that can are walked.
 */
export function maxDrawdown({ trades, close, closes, multiplier, initialCash }: TradedRun): Fraction {
  const { direction, qty, entryBar, exitBar, cashHeld, cashAfter } = trades.rows;
  const { count } = trades;
  let high = initialCash;
  let deepest = 0;
  for (let row = 0; row < count; row++) {
    const exit = exitBar[row] as number;
    const cash = cashHeld[row] as number;
    const units = (direction[row] as number) * (qty[row] as number);
    const [lowPrice, highPrice] = units > 0 ? [closes.low, closes.high] : [closes.high, closes.low];
    let bar = entryBar[row] as number;
    while (bar < exit) {
      const block = Math.floor(bar / BLOCK);
      const end = Math.min((block + 1) * BLOCK, exit);
      const lowest = cash + units * (lowPrice[block] as number) * multiplier;
      const highest = cash + units * (highPrice[block] as number) * multiplier;
      if (highest > high || lowest / high - 1 < deepest) {
        for (; bar < end; bar++) {
          const equity = cash + units * (close[bar] as number) * multiplier;
          if (equity >= high) high = equity;
          else deepest = Math.min(deepest, equity / high - 1);
        }
      }
      bar = end;
    }
    // After a trade that turned into the next one no bar closed without a position.
    if (row + 1 < count && entryBar[row + 1] === exit) continue;
    const idle = cashAfter[row] as number;
    if (idle >= high) high = idle;
    else deepest = Math.min(deepest, idle / high - 1);
  }
  return deepest;
}

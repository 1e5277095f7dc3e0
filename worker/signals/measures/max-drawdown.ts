import type { Fraction } from '#shared/domain/units.ts';
import { blockOf, startOf } from '../price-extremes.ts';
import type { TradedRun } from './traded-run.ts';

/** Rounding of a product of two numbers, and more: nothing that is deeper may be missed. */
const SLACK = 1 + 4 * Number.EPSILON;

/**
 * Maximum drawdown at the close of every bar, as `metrics/risk/max-drawdown.ts` defines it, without a look at every
 * bar: while a position is held equity follows the price, so the lowest and the highest close of a block of bars say
 * what the block can have done. Walked are only blocks that may have brought a new high and a deeper drawdown both,
 * and those at the ends of a trade, of which a part counts, if they may have brought either.
 */
export function maxDrawdown({ market, trades }: TradedRun): Fraction {
  const { close } = market.bars;
  const { multiplier } = market.terms.instrument;
  const { direction, qty, entryBar, exitBar, cashHeld, cashAfter } = trades.rows;
  const { count } = trades;
  const extremes = market.blockExtremes;
  // Said to be a number: what comes from elsewhere would be kept, and all that follows it, as an object.
  let high = Number(market.terms.cash);
  let deepest = 0;
  for (let row = 0; row < count; row++) {
    const exit = exitBar[row] as number;
    const cash = cashHeld[row] as number;
    const units = (direction[row] as number) * (qty[row] as number);
    const worstSide = units > 0 ? 0 : 1;
    let bar = entryBar[row] as number;
    while (bar < exit) {
      const block = blockOf(bar);
      const end = Math.min(startOf(block + 1), exit);
      const lowest = cash + units * (extremes[2 * block + worstSide] as number) * multiplier;
      const highest = cash + units * (extremes[2 * block + 1 - worstSide] as number) * multiplier;
      const isHigher = highest > high;
      const isDeeper = lowest < (isHigher ? highest : high) * (1 + deepest) * SLACK;
      if (isHigher || isDeeper) {
        const isWhole = end - bar === startOf(1);
        if (isWhole && !isDeeper) high = highest;
        else if (isWhole && !isHigher) deepest = Math.min(deepest, lowest / high - 1);
        else {
          for (; bar < end; bar++) {
            const equity = cash + units * (close[bar] as number) * multiplier;
            if (equity >= high) high = equity;
            else deepest = Math.min(deepest, equity / high - 1);
          }
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

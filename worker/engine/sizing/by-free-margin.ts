import { costOfUnit, freeMargin, shareOf } from '../free-margin.ts';
import type { Portfolio } from '../portfolio.ts';
import { floorToLot, unitsToTrade } from '../sizing.ts';
import type { EntrySizing } from './entry-sizing.ts';

/**
 * Percentages are of the margin that is free, as in backtesting.py.
 *
 *   units = ⌊ free margin · leverage · share / cost of a unit ⌋
 *
 * The floor is exact: a quotient that only rounding lifts to the next whole number doesn't count as it.
 */
export function sizeByFreeMargin(portfolio: Portfolio, leverage: number): EntrySizing {
  return ({ terms: { size } }, { instrument, rate }, quote, commission, isMaker) => {
    if (size.kind !== 'percent-of-equity') {
      return unitsToTrade(size, quote.price, portfolio.equity / rate, instrument, commission, rate, isMaker);
    }
    const { multiplier, lotStep } = instrument;
    const share = shareOf(size);
    const cost = costOfUnit(share, quote, multiplier, commission, isMaker);
    const budget = (freeMargin(portfolio, leverage) / rate) * leverage * share;
    if (lotStep === 0) return budget / cost;
    const costOfLot = cost * lotStep;
    return floorToLot(Math.round((budget - (budget % costOfLot)) / costOfLot) * lotStep, lotStep);
  };
}

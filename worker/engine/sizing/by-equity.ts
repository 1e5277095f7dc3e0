import type { Portfolio } from '../portfolio.ts';
import { unitsToTrade } from '../sizing.ts';
import type { EntrySizing } from './entry-sizing.ts';

/** Percentages are of equity, whatever is held already. */
export function sizeByEquity(portfolio: Portfolio): EntrySizing {
  return ({ terms: { size } }, { instrument, rate }, { price }, commission, isMaker) =>
    unitsToTrade(size, price, portfolio.equity / rate, instrument, commission, rate, isMaker);
}

import type { Portfolio } from '../portfolio.ts';
import { floorToLot } from '../sizing.ts';
import type { EntrySizing } from './entry-sizing.ts';

/**
 * Percentages are of what free cash can buy, or cover when it is sold short, the commission included, as in vectorbt.
 * Nothing is turned down for lack of cash: the order gets smaller. What is held the other way round counts as closed
 * at the same price, under the same charge, and its units aren't among those of the entry.
 *
 *   units = affordable(cash when flat · share + value held against) − units held against
 */
export function sizeByFreeCash(portfolio: Portfolio): EntrySizing {
  return ({ terms: { size, direction } }, { instrument, rate, size: held }, { price }, commission, isMaker) => {
    const { multiplier, lotStep } = instrument;
    const unitValue = price * multiplier;
    const against = Math.max(0, -direction * held);
    const alongside = Math.max(0, direction * held);
    const whenFlat = portfolio.cash / rate + held * unitValue;
    const free = whenFlat - alongside * unitValue;
    const affordable = commission.affordableUnits(free + against * unitValue, price, multiplier, isMaker) - against;
    let units = affordable;
    if (size.kind === 'units') units = size.value;
    else if (size.kind === 'cash') units = commission.affordableUnits(size.value / rate, price, multiplier, isMaker);
    else {
      const budget = (free * size.value) / 100 + against * unitValue;
      units = commission.affordableUnits(budget, price, multiplier, isMaker) - against;
    }
    return floorToLot(Math.max(0, Math.min(units, affordable)), lotStep);
  };
}

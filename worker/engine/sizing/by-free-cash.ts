import type { Portfolio } from '../portfolio.ts';
import { floorToLot } from '../sizing.ts';
import type { EntrySizing } from './entry-sizing.ts';

/**
 * Percentages are of what free cash can buy, or cover when it is sold short, the commission included, as in vectorbt.
 * Nothing is turned down for lack of cash: the order gets smaller. What is held the other way round counts as closed
 * at the same price, under the same charge, and its units aren't among those of the entry.
 *
 *   units = affordable(free cash · share + value held against) − units held against
 *
 * Free cash is what there is when flat; less, where more is added to a short, what the short is worth. The units are
 * fewer than none where cash can't even buy back a short: so many of it stay.
 */
export function sizeByFreeCash(portfolio: Portfolio): EntrySizing {
  return ({ terms: { size, direction } }, { instrument, rate, size: held }, { price }, commission, isMaker) => {
    const { multiplier, lotStep } = instrument;
    const unitValue = price * multiplier;
    const against = Math.max(0, -direction * held);
    const alongside = Math.max(0, direction * held);
    const free = portfolio.cash / rate + (held - alongside) * unitValue;
    const affordable = (money: number) =>
      commission.affordableUnits(money + against * unitValue, price, multiplier, isMaker) - against;
    const money = size.kind === 'cash' ? size.value / rate : (free * size.value) / 100;
    const asked = size.kind === 'units' ? size.value : affordable(money);
    return floorToLot(Math.min(asked, affordable(free)), lotStep);
  };
}

import type { Portfolio } from '../portfolio.ts';
import { floorToLot } from '../sizing.ts';
import type { EntrySizing } from './entry-sizing.ts';

/**
 * Sizes are fixed with the signal, at its price, as in TradingView. Percentages are of equity and keep back what the
 * commission would be; cash keeps nothing back; a number of units stays as it is given.
 */
export function sizeAtSignal(portfolio: Portfolio): EntrySizing {
  return ({ terms: { size } }, { instrument, rate }, { price }, commission, isMaker) => {
    const { multiplier, lotStep } = instrument;
    if (size.kind === 'units') return size.value;
    if (size.kind === 'cash') return floorToLot(size.value / (price * multiplier * rate), lotStep);
    const budget = (portfolio.equity * size.value) / 100 / rate;
    return floorToLot(commission.affordableUnits(budget, price, multiplier, isMaker), lotStep);
  };
}

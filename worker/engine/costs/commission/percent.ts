import type { Fraction } from '#shared/domain/units.ts';
import type { CommissionModel } from '../commission.ts';

/**
 * A fraction of the traded value: most stock exchanges, and crypto exchanges without a maker's price.
 *
 *   charge = qty · price · multiplier · fraction
 */
export function percentCommission(fraction: Fraction): CommissionModel {
  return {
    charge: (qty, price, multiplier) => qty * price * multiplier * fraction,
    affordableUnits: (budget, price, multiplier) => Math.max(0, budget / (1 + fraction)) / (price * multiplier),
  };
}

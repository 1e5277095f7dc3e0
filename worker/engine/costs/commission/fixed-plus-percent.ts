import type { Fraction, Money } from '#shared/domain/units.ts';
import type { CommissionModel } from '../commission.ts';

/**
 * A ticket charge and a fraction of the traded value.
 *
 *   charge = amount + qty · price · multiplier · fraction
 */
export function fixedPlusPercentCommission(amount: Money, fraction: Fraction): CommissionModel {
  return {
    charge: (qty, price, multiplier) => amount + qty * price * multiplier * fraction,
    affordableUnits: (budget, price, multiplier) =>
      Math.max(0, (budget - amount) / (1 + fraction)) / (price * multiplier),
  };
}

import type { Money } from '#shared/domain/units.ts';
import type { CommissionModel } from '../commission.ts';

/** The same amount for every fill, whatever its size: a ticket charge. */
export function fixedCommission(amount: Money): CommissionModel {
  return {
    charge: () => amount,
    affordableUnits: (budget, price, multiplier) => Math.max(0, budget - amount) / (price * multiplier),
  };
}

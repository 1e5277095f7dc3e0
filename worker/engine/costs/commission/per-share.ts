import type { CommissionSpec } from '#shared/domain/costs.ts';
import type { CommissionModel } from '../commission.ts';

type PerShareSpec = Extract<CommissionSpec, { model: 'per-share' }>;

/**
 * An amount for each unit, between a minimum and a fraction of the traded value.
 *
 *   charge = min(qty · price · multiplier · maximumFraction, max(minimum, qty · perUnit))
 *
 * The maximum outdoes the minimum: ten shares at 0.20 cost 0.02, not 1.00.
 * Source: Interactive Brokers, fixed prices of US stocks: 0.005 a share, at least 1.00, at most 1 % of the value.
 */
export function perShareCommission(spec: PerShareSpec): CommissionModel {
  const { perUnit, minimum = 0, maximumFraction } = spec;
  return {
    charge(qty, price, multiplier) {
      const uncapped = Math.max(minimum, qty * perUnit);
      return maximumFraction === undefined ? uncapped : Math.min(qty * price * multiplier * maximumFraction, uncapped);
    },
    // A fill is within the budget when it is at the maximum, or both at the minimum and by the unit.
    affordableUnits(budget, price, multiplier) {
      const unitValue = price * multiplier;
      const atMaximum = maximumFraction === undefined ? 0 : budget / (unitValue * (1 + maximumFraction));
      const atMinimum = (budget - minimum) / unitValue;
      const byUnit = budget / (unitValue + perUnit);
      return Math.max(0, atMaximum, Math.min(atMinimum, byUnit));
    },
  };
}

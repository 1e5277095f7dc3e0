import type { CommissionSpec } from '#shared/domain/costs.ts';
import type { Money } from '#shared/domain/units.ts';

/** What the broker charges for a fill. */
export interface CommissionModel {
  /** Charge for trading this value. */
  charge(value: Money): Money;
  /** The largest value that can be traded when value and charge together may cost `budget`. */
  affordableValue(budget: Money): Money;
}

/** A fixed amount a fill plus a fraction of the traded value covers every model there is so far. */
export function commissionModel(spec: CommissionSpec): CommissionModel {
  const fixed = 'amount' in spec ? spec.amount : 0;
  const fraction = 'fraction' in spec ? spec.fraction : 0;
  return {
    charge: (value) => fixed + value * fraction,
    affordableValue: (budget) => Math.max(0, (budget - fixed) / (1 + fraction)),
  };
}

import type { CommissionSpec } from '#shared/domain/costs.ts';
import type { Money } from '#shared/domain/units.ts';
import { fixedCommission } from './commission/fixed.ts';
import { fixedPlusPercentCommission } from './commission/fixed-plus-percent.ts';
import { makerTakerCommission } from './commission/maker-taker.ts';
import { perShareCommission } from './commission/per-share.ts';
import { percentCommission } from './commission/percent.ts';
import { tieredCommission } from './commission/tiered.ts';

/** What a broker charges for a fill. */
export interface CommissionModel {
  /**
   * Charge for one fill, in the quote currency; negative where the exchange pays a rebate.
   * @param qty units, 0 or more
   * @param multiplier money per point of price and unit
   * @param isMaker the order rested as a limit and gave liquidity
   */
  charge(qty: number, price: number, multiplier: number, isMaker: boolean): Money;
  /**
   * The most units (not rounded, ≥ 0) whose value and charge together cost at most `budget`.
   * @param price above 0; what is free can be had without end
   */
  affordableUnits(budget: Money, price: number, multiplier: number, isMaker: boolean): number;
}

const FREE: CommissionModel = {
  charge: () => 0,
  affordableUnits: (budget, price, multiplier) => Math.max(0, budget) / (price * multiplier),
};

export function commissionModel(spec: CommissionSpec): CommissionModel {
  switch (spec.model) {
    case 'none':
      return FREE;
    case 'percent':
      return percentCommission(spec.fraction);
    case 'fixed':
      return fixedCommission(spec.amount);
    case 'fixed-plus-percent':
      return fixedPlusPercentCommission(spec.amount, spec.fraction);
    case 'per-share':
      return perShareCommission(spec);
    case 'tiered':
      return tieredCommission(spec);
    case 'maker-taker':
      return makerTakerCommission(spec.maker, spec.taker);
  }
}

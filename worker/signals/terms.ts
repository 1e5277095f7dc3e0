import type { AccountSpec } from '#shared/domain/account.ts';
import type { CommissionSpec, CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { Fraction, Money } from '#shared/domain/units.ts';
import { type CommissionModel, commissionModel } from '../engine/costs/commission.ts';

/** Whether a run is of the plain kind that the kernel makes; any other needs the event engine. */
export function isPlain(run: {
  series: readonly unknown[];
  semantics: SemanticsId;
  account: AccountSpec;
  costs: CostsSpec;
}): boolean {
  const { spread, slippage } = run.costs;
  const { account } = run;
  return (
    run.series.length === 1 &&
    run.semantics === 'hindcast-1' &&
    spread.model !== 'series' &&
    slippage.model !== 'volume-share' &&
    slippage.model !== 'volatility' &&
    account.leverage === 1 &&
    account.maintenanceMargin === 0 &&
    account.borrowRate === 0 &&
    account.cashRate === 0 &&
    account.debitRate === 0 &&
    account.participation === null &&
    account.timing === 'open' &&
    account.closeAtEnd !== false &&
    !account.reduceToFit &&
    !account.hedging
  );
}

/**
 * What the kernel trades on: one instrument, a cash account, and costs that follow from price and quantity alone. Each
 * formula is that of the cost model in `engine/costs`; models that differ in nothing but a number that is 0 have
 * become one here, because a call for each would take longer than the trade.
 */
export class TradeTerms {
  readonly instrument: Instrument;
  readonly cash: Money;
  readonly #spreadFraction: Fraction;
  readonly #halfSpread: number;
  readonly #slippageFraction: Fraction;
  readonly #slippage: number;
  readonly #commission: CommissionModel;
  readonly #isLinear: boolean;
  readonly #amount: Money;
  readonly #fraction: Fraction;

  constructor(instrument: Instrument, cash: Money, { commission, spread, slippage }: CostsSpec) {
    this.instrument = instrument;
    this.cash = cash;
    this.#spreadFraction = spread.model === 'percent' ? spread.fraction : 0;
    this.#halfSpread = spread.model === 'fixed' ? spread.points / 2 : 0;
    this.#slippageFraction = slippage.model === 'percent' ? slippage.fraction : 0;
    this.#slippage = slippage.model === 'ticks' ? slippage.ticks * instrument.tickSize : 0;
    this.#commission = commissionModel(commission);
    this.#isLinear = commission.model !== 'per-share' && commission.model !== 'tiered';
    this.#amount = amountOf(commission);
    this.#fraction = fractionOf(commission);
  }

  /** Half the spread and the slippage of a fill, in price points. */
  takingCost(reference: number): number {
    const spread = Math.min(reference, (Math.abs(reference) * this.#spreadFraction) / 2 + this.#halfSpread);
    return spread + Math.min(reference - spread, Math.abs(reference) * this.#slippageFraction + this.#slippage);
  }

  /** Commission of a fill. */
  charge(units: number, price: number): Money {
    const { multiplier } = this.instrument;
    if (!this.#isLinear) return this.#commission.charge(units, price, multiplier, false);
    return this.#amount + units * price * multiplier * this.#fraction;
  }

  /** The most units, not rounded, whose value and commission together cost at most the budget. */
  affordableUnits(budget: Money, price: number): number {
    const { multiplier } = this.instrument;
    if (!this.#isLinear) return this.#commission.affordableUnits(budget, price, multiplier, false);
    return Math.max(0, (budget - this.#amount) / (1 + this.#fraction)) / (price * multiplier);
  }
}

function amountOf(commission: CommissionSpec): Money {
  return commission.model === 'fixed' || commission.model === 'fixed-plus-percent' ? commission.amount : 0;
}

function fractionOf(commission: CommissionSpec): Fraction {
  switch (commission.model) {
    case 'percent':
    case 'fixed-plus-percent':
      return commission.fraction;
    case 'maker-taker':
      return commission.taker;
    default:
      return 0;
  }
}

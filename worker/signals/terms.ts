import type { AccountSpec } from '#shared/domain/account.ts';
import type { CommissionSpec, CostsSpec } from '#shared/domain/costs.ts';
import type { Instrument } from '#shared/domain/instrument.ts';
import type { SemanticsId } from '#shared/domain/manifest.ts';
import type { Fraction, Money } from '#shared/domain/units.ts';
import type { SimulatedSeries } from '../engine/backtest.ts';
import { type CommissionModel, commissionModel } from '../engine/costs/commission.ts';
import { floorToLot } from '../engine/sizing.ts';

/** What a few operations on doubles can be off by, relative. */
const NOISE = 4 * Number.EPSILON;

/** Whether a run is of the plain kind that the kernel makes; any other needs the event engine. */
export function isPlain(run: {
  series: readonly SimulatedSeries[];
  rates?: readonly (Float64Array | null)[];
  semantics: SemanticsId;
  account: AccountSpec;
  costs: CostsSpec;
}): boolean {
  return (
    run.semantics === 'hindcast-1' &&
    run.series.length === 1 &&
    run.series.every(onlyTrades) &&
    (run.rates ?? []).every((rate) => rate === null) &&
    isCashAccount(run.account) &&
    followFromPriceAndQuantity(run.costs)
  );
}

/** Nothing happens to the symbol but that it is traded. */
function onlyTrades({ actions = [], isDelisted = false, funding = null }: SimulatedSeries): boolean {
  return actions.length === 0 && !isDelisted && funding === null;
}

/** Positions are paid for, market orders fill whole at the next open, and what is open at the end is closed. */
function isCashAccount(account: AccountSpec): boolean {
  const { leverage, maintenanceMargin, borrowRate, cashRate, debitRate } = account;
  return (
    leverage === 1 &&
    [maintenanceMargin, borrowRate, cashRate, debitRate].every((rate) => rate === 0) &&
    account.participation === null &&
    account.timing === 'open' &&
    account.closeAtEnd !== false &&
    !account.reduceToFit &&
    !account.hedging
  );
}

function followFromPriceAndQuantity({ spread, slippage }: CostsSpec): boolean {
  return spread.model !== 'series' && slippage.model !== 'volume-share' && slippage.model !== 'volatility';
}

/**
 * What the kernel trades on: one instrument, a cash account, and costs that follow from price and quantity alone. Each
 * formula is that of the cost model in `engine/costs`; models that differ in nothing but a number that is 0 have
 * become one here, because a call for each would take longer than the trade.
 */
export class TradeTerms {
  readonly instrument: Instrument;
  readonly cash: Money;
  readonly #costsToTake: boolean;
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
    this.#costsToTake = spread.model !== 'none' || slippage.model !== 'none';
    this.#spreadFraction = spread.model === 'percent' ? spread.fraction : 0;
    this.#halfSpread = spread.model === 'fixed' ? spread.points / 2 : 0;
    this.#slippageFraction = slippage.model === 'percent' ? slippage.fraction : 0;
    this.#slippage = slippage.model === 'ticks' ? slippage.ticks * instrument.tickSize : 0;
    this.#commission = commissionModel(commission);
    this.#isLinear = commission.model !== 'per-share' && commission.model !== 'tiered';
    this.#amount = amountOf(commission);
    this.#fraction = fractionOf(commission);
  }

  /** A quantity in whole lots, as the engine floors it; lots of one unit, the usual ones, take no division. */
  floorToLot(units: number): number {
    const { lotStep } = this.instrument;
    if (lotStep !== 1) return floorToLot(units, lotStep);
    const nearest = Math.round(units);
    return Math.abs(nearest - units) <= NOISE * Math.max(1, units) ? nearest : Math.floor(units);
  }

  /** Half the spread and the slippage of a fill, in price points. */
  takingCost(reference: number): number {
    if (!this.#costsToTake) return 0;
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

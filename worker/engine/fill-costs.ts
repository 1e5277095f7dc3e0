import type { FillRule } from '#shared/domain/run-result.ts';
import { accountCommission } from './costs/account-commission.ts';
import { type CommissionModel, commissionModel } from './costs/commission.ts';
import { type FillPrices, fillPrices } from './costs/fill-prices.ts';
import type { MarketConditions } from './costs/market-conditions.ts';
import type { Quote } from './deal.ts';
import type { Desk } from './desk.ts';
import type { Direction, Order } from './order.ts';

/** What fills cost: their prices and their commissions. */
export class FillCosts {
  /** The price of a fill depends on how much is traded. */
  readonly dependOnQty: boolean;
  readonly #desk: Desk;
  /** What each symbol's fills are charged, in its quote currency. */
  readonly #commissions: readonly CommissionModel[];
  readonly #prices: FillPrices;
  readonly #conditions: MarketConditions = {
    tickSize: 0,
    volume: Number.NaN,
    volatility: Number.NaN,
    quotedSpread: Number.NaN,
  };

  constructor(desk: Desk) {
    this.#desk = desk;
    const { semantics, costs, portfolio } = desk;
    const commission = commissionModel(costs.commission);
    const isAccountMoney = semantics.commissionIn === 'account';
    this.#commissions = portfolio.holdings.map((holding) =>
      isAccountMoney ? accountCommission(commission, holding) : commission,
    );
    this.#prices = fillPrices(costs, semantics);
    this.dependOnQty = costs.slippage.model === 'volume-share';
  }

  /** The price of filling so many units of an order. */
  quote(order: Order, reference: number, qty: number, isLimit: boolean): Quote {
    const { symbol, direction, role } = order.terms;
    const { enter, enterByLimit, leave, leaveByLimit, protect } = this.#prices;
    const exit = order.isProtective ? protect : leave;
    const price = role === 'entry' ? (isLimit ? enterByLimit : enter) : isLimit ? leaveByLimit : exit;
    return price(reference, direction, qty, this.#conditionsOf(symbol));
  }

  /** The price of closing units, whatever the order was sent for. */
  quoteToLeave(symbol: number, reference: number, direction: Direction, qty: number, isLimit: boolean): Quote {
    const price = isLimit ? this.#prices.leaveByLimit : this.#prices.leave;
    return price(reference, direction, qty, this.#conditionsOf(symbol));
  }

  charge(qty: number, price: number, symbol: number, isMaker: boolean): number {
    const { multiplier } = this.#desk.portfolio.holding(symbol).instrument;
    return this.commissionOf(symbol).charge(qty, price, multiplier, isMaker);
  }

  commissionOf(symbol: number): CommissionModel {
    return this.#commissions[symbol] as CommissionModel;
  }

  #conditionsOf(symbol: number): MarketConditions {
    const { quotes, costColumns, portfolio } = this.#desk;
    const conditions = this.#conditions;
    conditions.tickSize = portfolio.holding(symbol).instrument.tickSize;
    conditions.volume = quotes.volume(symbol);
    conditions.volatility = costColumns.volatility(symbol);
    conditions.quotedSpread = costColumns.quotedSpread(symbol);
    return conditions;
  }
}

export function isLimitFill(rule: FillRule): boolean {
  return rule === 'limit-touch' || rule === 'limit-gap' || rule === 'limit-jump';
}

/** A limit that was marketable as soon as it came to the market takes liquidity; one that rested gives it. */
export function givesLiquidity(order: Order, rule: FillRule, bar: number): boolean {
  return isLimitFill(rule) && !order.takes && (rule !== 'limit-gap' || order.arrival < bar);
}

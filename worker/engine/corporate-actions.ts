import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import { levelAfterSplit } from './distance.ts';
import type { Ledger } from './ledger.ts';
import { type Bracket, type Order, type Trail, unitsLeft } from './order.ts';
import type { OrderBook } from './order-book.ts';
import type { Portfolio } from './portfolio.ts';
import { floorToLot } from './sizing.ts';

/**
 * Splits and dividends of one symbol. They take effect before the first bar that opens at or after their time:
 * a split changes units and prices of what is held and of the orders that wait, a dividend pays those who hold and
 * charges those who are short. Fractions of a unit that a split leaves are kept.
 */
export class CorporateActions {
  readonly #symbol: number;
  readonly #actions: readonly CorporateAction[];
  #next = 0;

  /** @param actions in the order of their times */
  constructor(symbol: number, actions: readonly CorporateAction[]) {
    this.#symbol = symbol;
    this.#actions = actions;
  }

  /** Applies what is due when a bar opens. */
  apply(bar: number, time: number, portfolio: Portfolio, book: OrderBook, ledger: Ledger): void {
    for (; ; this.#next++) {
      const action = this.#actions[this.#next];
      if (action === undefined || action.time > time) return;
      if (action.kind === 'split') split(this.#symbol, action.ratio, portfolio, book, ledger);
      else payDividend(this.#symbol, action.amount, bar, portfolio, ledger);
    }
  }
}

function split(symbol: number, ratio: number, portfolio: Portfolio, book: OrderBook, ledger: Ledger): void {
  const holding = portfolio.holding(symbol);
  for (const lot of holding.lots) {
    lot.qty *= ratio;
    lot.opened *= ratio;
    lot.price /= ratio;
    lot.commissionPerUnit /= ratio;
  }
  holding.size *= ratio;
  holding.gross *= ratio;
  holding.mark /= ratio;
  for (const order of book.waitingOn(symbol)) splitOrder(order, ratio, holding.instrument.lotStep, ledger);
  for (const plan of book.plansOn(symbol)) {
    plan.size *= ratio;
    plan.opened *= ratio;
    plan.closed *= ratio;
    plan.bracket = splitBracket(plan.bracket, ratio);
  }
}

/** Of a waiting order: its prices, its units (of an entry whole lots), and what it brings along. */
function splitOrder(order: Order, ratio: number, lotStep: number, ledger: Ledger): void {
  const { terms } = order;
  order.stop /= ratio;
  order.limit /= ratio;
  order.best /= ratio;
  order.turns *= ratio;
  order.activation /= ratio;
  order.guarded *= ratio;
  terms.trail = splitTrail(terms.trail, ratio);
  terms.bracket = terms.bracket && splitBracket(terms.bracket, ratio);
  ledger.setOrderLevels(order);
  const left = unitsLeft(order) * ratio;
  order.filled *= ratio;
  ledger.setOrderFilled(order);
  if (Number.isNaN(left)) return;
  order.remaining = terms.role === 'entry' ? floorToLot(left, lotStep) : left;
  ledger.setOrderQty(order, order.filled + order.remaining);
}

function splitBracket({ stopLoss, takeProfit, trail }: Bracket, ratio: number): Bracket {
  return {
    stopLoss: stopLoss && levelAfterSplit(stopLoss, ratio),
    takeProfit: takeProfit && levelAfterSplit(takeProfit, ratio),
    trail: splitTrail(trail, ratio),
  };
}

function splitTrail(trail: Trail | null, ratio: number): Trail | null {
  return trail && { by: levelAfterSplit(trail.by, ratio), from: trail.from && levelAfterSplit(trail.from, ratio) };
}

function payDividend(symbol: number, amount: number, bar: number, portfolio: Portfolio, ledger: Ledger): void {
  const { size, rate, instrument } = portfolio.holding(symbol);
  if (size === 0) return;
  const paid = size * amount * instrument.multiplier * rate;
  portfolio.cash += paid;
  ledger.addCashFlow(bar, symbol, 'dividend', paid);
}

import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { Ledger } from './ledger.ts';
import type { OrderBook } from './order-book.ts';
import type { Portfolio } from './portfolio.ts';

/**
 * Splits and dividends of one symbol. They take effect before the first bar that opens at or after their time:
 * a split changes units and prices of what is held and of the orders that wait, a dividend pays those who hold and
 * charges those who are short.
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
  for (const order of book.waitingOn(symbol)) {
    order.stop /= ratio;
    order.limit /= ratio;
    order.best /= ratio;
    order.activation /= ratio;
    ledger.setOrderLevels(order);
    const { size } = order.terms;
    const units = Number.isNaN(order.remaining) && size.kind === 'units' ? size.value : order.remaining;
    if (Number.isNaN(units)) continue;
    order.remaining = units * ratio;
    order.filled *= ratio;
    ledger.setOrderQty(order, order.filled + order.remaining);
  }
  for (const plan of book.plansOn(symbol)) {
    plan.size *= ratio;
    plan.closed *= ratio;
  }
}

function payDividend(symbol: number, amount: number, bar: number, portfolio: Portfolio, ledger: Ledger): void {
  const { size, rate, instrument } = portfolio.holding(symbol);
  if (size === 0) return;
  const paid = size * amount * instrument.multiplier * rate;
  portfolio.cash += paid;
  ledger.addCashFlow(bar, symbol, 'dividend', paid);
}

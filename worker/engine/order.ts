import type { OrderRole, OrderStatus, OrderType } from '#shared/domain/run-result.ts';

/** How large an order is meant to be; worked out in units at the fill. */
export interface SizeSpec {
  kind: 'units' | 'percent-of-equity' | 'cash' | 'whole-position';
  /** Units, percent or money; unused for the whole position. */
  value: number;
}

/** +1 buys, −1 sells. */
export type Direction = 1 | -1;

/** What the sender of an order decides. NaN = not set. */
export interface OrderTerms {
  symbol: number;
  direction: Direction;
  role: OrderRole;
  size: SizeSpec;
  limit: number;
  stop: number;
  stopLoss: number;
  takeProfit: number;
  tag: string | null;
}

/** An order on its way: what was asked, and where it stands. */
export class Order {
  readonly id: number;
  readonly terms: OrderTerms;
  /** Id of the entry whose fill made this protective order, or −1. */
  readonly parent: number;
  status: OrderStatus = 'pending';
  /** The stop price and the limit price in force; protective levels can be moved. */
  stop = Number.NaN;
  limit = Number.NaN;
  /** A stop-limit order whose stop was reached: only its limit counts from then on. */
  isTriggered = false;
  /** The bar inside which its entry was filled when that bar may have touched this level before; −1 = none. */
  uncertainBar = -1;
  /** The other leg of a stop-loss / take-profit pair. */
  sibling: Order | null = null;

  constructor(id: number, terms: OrderTerms, parent: number) {
    this.id = id;
    this.terms = terms;
    this.parent = parent;
    this.stop = terms.stop;
    this.limit = terms.limit;
  }

  get type(): OrderType {
    return orderType(this.terms);
  }

  get isMarket(): boolean {
    return Number.isNaN(this.stop) && Number.isNaN(this.limit);
  }

  /** Stop-losses and take-profits never open a position. */
  get isProtective(): boolean {
    return this.terms.role === 'stop-loss' || this.terms.role === 'take-profit';
  }
}

export function orderType(terms: { stop: number; limit: number }): OrderType {
  if (Number.isNaN(terms.stop)) return Number.isNaN(terms.limit) ? 'market' : 'limit';
  return Number.isNaN(terms.limit) ? 'stop' : 'stop-limit';
}

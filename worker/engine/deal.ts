import type { ExitReason, FillRule, PathSegment } from '#shared/domain/run-result.ts';
import type { Lot } from './lots.ts';
import type { Direction, Order } from './order.ts';

/** A fill price and what it is made of. */
export interface Quote {
  reference: number;
  spread: number;
  slippage: number;
  price: number;
}

/** A fill that was decided on, ready for the books. */
export interface Deal {
  bar: number;
  symbol: number;
  /** The order, or null for a close that the engine itself makes. */
  order: Order | null;
  direction: Direction;
  qty: number;
  quote: Quote;
  /** In the quote currency. */
  commission: number;
  rule: FillRule;
  segment: PathSegment;
  /** Closes what is held and then opens, only opens beside it, or only closes. */
  effect: 'net' | 'open' | 'close';
  /** The one lot that it closes; null = lots in matching order. */
  lot: Lot | null;
  /** Why it ends a position, if it does. */
  exit: ExitReason;
  ambiguous: boolean;
}

import type { ExitReason, FillRule, PathSegment } from '#shared/domain/run-result.ts';
import type { Direction } from './order.ts';

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
  /** Id of the order, or −1. */
  order: number;
  direction: Direction;
  qty: number;
  quote: Quote;
  commission: number;
  rule: FillRule;
  segment: PathSegment;
  /** Why it ends a position, if it does. */
  exit: ExitReason;
  ambiguous: boolean;
}

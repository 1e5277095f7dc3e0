import { type Direction, type OrderTerms, PLAIN, type SizeSpec } from './order.ts';

/** What of a position is to be closed. NaN and null = all of it. */
export interface CloseTerms {
  size: number;
  percent: number;
  entry: string | null;
  tag: string | null;
}

/** A market order that only closes. */
export function closingOrder(
  symbol: number,
  direction: Direction,
  size: SizeSpec,
  { entry, tag }: Pick<CloseTerms, 'entry' | 'tag'>,
): OrderTerms {
  return {
    symbol,
    direction,
    role: 'exit',
    size,
    limit: Number.NaN,
    stop: Number.NaN,
    trail: null,
    bracket: null,
    options: entry === null ? PLAIN : { ...PLAIN, entry },
    tag,
  };
}

import type { OrderRole } from '#shared/domain/run-result.ts';
import { priceOf, toTick } from './distance.ts';
import { type Bracket, type Direction, type OrderOptions, type OrderTerms, PLAIN, type SizeSpec } from './order.ts';

export type ProtectiveRole = Exclude<OrderRole, 'entry' | 'exit'>;

const NOT_SET = Number.NaN;

/** What protective orders are made for. */
export interface Protected {
  symbol: number;
  /** Which way the orders trade: against the position. */
  direction: Direction;
  size: SizeSpec;
  /** Where distances start: the price of the fill. */
  price: number;
  tickSize: number;
  /** Levels move to the tick on their far side. */
  onTicks: boolean;
  /** Only units that entries of this name opened. */
  entry: string | null;
  tag: string | null;
}

/**
 * The orders that a bracket asks for: stop-loss, take-profit, trailing stop, in this order. A distance whose series has
 * no value gives none.
 */
export function bracketTerms(bracket: Bracket, position: Protected): OrderTerms[] {
  const { direction, price, tickSize, onTicks, size } = position;
  const back: Direction = direction;
  const forth: Direction = direction === 1 ? -1 : 1;
  const terms: OrderTerms[] = [];
  if (bracket.stopLoss !== null) {
    const stop = priceOf(bracket.stopLoss, price, back, tickSize);
    const level = onTicks ? toTick(stop, direction, tickSize) : stop;
    if (!Number.isNaN(level)) terms.push(protectiveTerms('stop-loss', level, position, size));
  }
  if (bracket.takeProfit !== null) {
    const limit = priceOf(bracket.takeProfit, price, forth, tickSize);
    const level = onTicks ? toTick(limit, forth, tickSize) : limit;
    if (!Number.isNaN(level)) terms.push(protectiveTerms('take-profit', level, position, size));
  }
  if (bracket.trail !== null) {
    terms.push({ ...protectiveTerms('trailing-stop', NOT_SET, position, size), trail: bracket.trail });
  }
  return terms;
}

/** A leg for whatever the position holds when it is reached. */
export function wholePositionTerms(
  role: 'stop-loss' | 'take-profit',
  level: number,
  symbol: number,
  direction: Direction,
): OrderTerms {
  const size: SizeSpec = { kind: 'whole-position', value: 0 };
  return protectiveTerms(role, level, { symbol, direction, entry: null, tag: null }, size);
}

function protectiveTerms(
  role: ProtectiveRole,
  level: number,
  { symbol, direction, entry, tag }: Pick<Protected, 'symbol' | 'direction' | 'entry' | 'tag'>,
  size: SizeSpec,
): OrderTerms {
  const options: OrderOptions = entry === null ? PLAIN : { ...PLAIN, entry };
  return {
    symbol,
    direction,
    role,
    size,
    stop: role === 'stop-loss' ? level : NOT_SET,
    limit: role === 'take-profit' ? level : NOT_SET,
    trail: null,
    bracket: null,
    options,
    tag,
  };
}

import type { Direction, Order, OrderTerms, SizeSpec } from './order.ts';

export type ProtectiveRole = 'stop-loss' | 'take-profit';

const NOT_SET = Number.NaN;

/** The legs that an entry asked for, each for the units that it opened; a stop-loss before a take-profit. */
export function bracketTerms({ terms }: Order, opened: number): OrderTerms[] {
  const { symbol, direction, stopLoss, takeProfit, tag } = terms;
  const exit: Direction = direction === 1 ? -1 : 1;
  const size: SizeSpec = { kind: 'units', value: opened };
  const leg = (role: ProtectiveRole, level: number) =>
    Number.isNaN(level) ? [] : [protectiveTerms(role, level, symbol, exit, size, tag)];
  return [...leg('stop-loss', stopLoss), ...leg('take-profit', takeProfit)];
}

/** A leg for whatever the position holds when it is reached. */
export function wholePositionTerms(
  role: ProtectiveRole,
  level: number,
  symbol: number,
  direction: Direction,
): OrderTerms {
  return protectiveTerms(role, level, symbol, direction, { kind: 'whole-position', value: 0 }, null);
}

/** Two legs on opposite sides of which one fill leaves the other nothing (or less) to do. */
export function guardTheSameUnits(leg: Order, other: Order): boolean {
  if (!other.isProtective || other.terms.role === leg.terms.role) return false;
  return (
    other === leg.sibling || leg.terms.size.kind === 'whole-position' || other.terms.size.kind === 'whole-position'
  );
}

function protectiveTerms(
  role: ProtectiveRole,
  level: number,
  symbol: number,
  direction: Direction,
  size: SizeSpec,
  tag: string | null,
): OrderTerms {
  return {
    symbol,
    direction,
    role,
    size,
    stop: role === 'stop-loss' ? level : NOT_SET,
    limit: role === 'take-profit' ? level : NOT_SET,
    stopLoss: NOT_SET,
    takeProfit: NOT_SET,
    tag,
  };
}

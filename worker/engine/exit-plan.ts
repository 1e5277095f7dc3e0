import { type Lot, unitsOf } from './lots.ts';
import type { Bracket, Direction, Order } from './order.ts';
import { floorToLot } from './sizing.ts';

/**
 * An exit that a strategy sent: how much of which units its legs (stop-loss, take-profit, trailing stop) close.
 * Several plans for the same units reserve them in the order in which they were sent.
 */
export interface ExitPlan {
  symbol: number;
  /** The strategy's own name for it. */
  name: string | null;
  /** Units that entries of this name opened; null = all that is held. */
  entry: string | null;
  /** The direction of what was held or awaited when it was sent; null = both. */
  way: Direction | null;
  /** Units; NaN = whatever the other plans leave. */
  size: number;
  /** Of the units that were opened, in percent, floored to whole lots; NaN = not given. */
  percent: number;
  /** Units that its entries opened, those closed since included. */
  opened: number;
  /** Units that it has closed. */
  closed: number;
  legs: Order[];
  bracket: Bracket;
  tag: string | null;
}

/** Whether units that an entry opened are a plan's to close. */
export function isOpenedFor({ entry, way }: ExitPlan, direction: Direction, order: Order | null): boolean {
  return (way === null || way === direction) && (entry === null || order?.terms.options.name === entry);
}

/** Units that were opened, of lots that are still held and a plan's to close. */
export function unitsOpenedFor(plan: ExitPlan, lots: readonly Lot[]): number {
  let opened = 0;
  for (const lot of lots) if (isOpenedFor(plan, lot.direction, lot.entry)) opened += lot.opened;
  return opened;
}

/** Units that a plan may close now, after what the plans before it have reserved. */
export function unitsReservedFor(
  plan: ExitPlan,
  plans: readonly ExitPlan[],
  lots: readonly Lot[],
  lotStep: number,
): number {
  let left = unitsOf(lots, plan.entry, plan.way);
  for (const other of plans) {
    const isLast = other === plan;
    if (!isLast && other.entry !== plan.entry && other.entry !== null && plan.entry !== null) continue;
    const reserved = Math.min(left, wanted(other, lotStep));
    if (isLast) return reserved;
    left -= reserved;
  }
  return 0;
}

function wanted(plan: ExitPlan, lotStep: number): number {
  if (!Number.isNaN(plan.size)) return Math.max(0, plan.size - plan.closed);
  if (Number.isNaN(plan.percent)) return Number.POSITIVE_INFINITY;
  const share = plan.percent >= 100 ? plan.opened : floorToLot((plan.opened * plan.percent) / 100, lotStep);
  return Math.max(0, share - plan.closed);
}

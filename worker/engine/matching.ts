import type { FillRule } from '#shared/domain/run-result.ts';
import type { Order } from './order.ts';
import type { BarPath } from './path.ts';

/**
 * The price at which an order waits: its stop until that was reached, its limit after that; a trailing stop that
 * has not begun waits for the price where it begins. NaN = it can't be met inside a bar now.
 */
export function waitingLevel(order: Order): number {
  if (waitsAtStop(order)) return order.stop;
  return order.terms.trail === null ? order.limit : order.activation;
}

/** True while a stop decides (stop and trailing orders, and stop-limit orders whose stop was not reached yet). */
export function waitsAtStop(order: Order): boolean {
  return !Number.isNaN(order.stop) && !order.isTriggered;
}

/** Buy stops and sell limits wait above the price, sell stops and buy limits below. */
function waitsAbove(order: Order): boolean {
  return waitsAtStop(order) === (order.terms.direction === 1);
}

/** True when the price where the walk stands has reached the order's level. Touching is enough. */
export function isReached(order: Order, price: number): boolean {
  return waitsAbove(order) ? price >= waitingLevel(order) : price <= waitingLevel(order);
}

/** True when a bar with this range can touch the order at all. */
export function isWithinBar(order: Order, low: number, high: number): boolean {
  return waitsAbove(order) ? high >= waitingLevel(order) : low <= waitingLevel(order);
}

/**
 * How far the walk still has to go on its current leg until the order's level is met: 0 when it is met where the
 * walk stands, infinity when this leg does not meet it.
 */
export function distanceOnLeg(order: Order, path: BarPath): number {
  if (isReached(order, path.price)) return 0;
  if (!isReached(order, path.legEnd)) return Number.POSITIVE_INFINITY;
  return Math.abs(waitingLevel(order) - path.price);
}

/** Which rule fills a priced order where the walk stands: at its level, or beyond it because the bar opened there. */
export function fillRule(order: Order, path: BarPath): FillRule {
  // The rest of a stop that was reached on a bar before.
  if (!Number.isFinite(waitingLevel(order))) return 'market-open';
  const gapped = path.atOpen && path.price !== waitingLevel(order);
  if (waitsAtStop(order)) return gapped ? 'stop-gap' : 'stop-touch';
  return gapped ? 'limit-gap' : 'limit-touch';
}

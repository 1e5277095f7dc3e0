import { type Distance, pointsOf, toTick } from './distance.ts';
import type { Order } from './order.ts';

/**
 * Moves a trailing stop with the best price so far (sell: the highest, buy: the lowest); it never goes back.
 * A trail that has not begun begins when the price reaches its activation.
 * @param onTicks whether the stop is put on a tick, away from the market
 * @returns whether the stop moved
 */
export function ratchet(order: Order, price: number, tickSize: number, onTicks: boolean): boolean {
  const { trail, direction } = order.terms;
  if (trail === null) return false;
  if (!Number.isNaN(order.activation)) {
    const isBegun = direction === -1 ? price >= order.activation : price <= order.activation;
    if (!isBegun) return false;
    order.activation = Number.NaN;
    order.best = price;
  }
  const isBetter = direction === -1 ? price > order.best : price < order.best;
  if (isBetter || Number.isNaN(order.best)) order.best = price;
  const behind = order.best + direction * pointsOf(trail.by, order.best, tickSize);
  const stop = onTicks ? toTick(behind, direction, tickSize) : behind;
  const isTighter = direction === -1 ? stop > order.stop : stop < order.stop;
  if (!isTighter && !Number.isNaN(order.stop)) return false;
  order.stop = stop;
  return true;
}

/** Starts a trail at a price: at once, or once the price has gone `from` in favour. */
export function startTrail(
  order: Order,
  price: number,
  from: Distance | null,
  tickSize: number,
  onTicks: boolean,
): void {
  if (from === null) {
    order.best = price;
    ratchet(order, price, tickSize, onTicks);
    return;
  }
  const forth = order.terms.direction === 1 ? -1 : 1;
  const begin = price + forth * pointsOf(from, price, tickSize);
  order.activation = onTicks ? toTick(begin, forth, tickSize) : begin;
}

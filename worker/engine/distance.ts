import type { Direction } from './order.ts';

/** How far from a price: points, percent of it, ticks, or a multiple of an indicator's latest value. */
export interface Distance {
  kind: 'points' | 'percent' | 'ticks' | 'series';
  /** Points, percent, ticks, or the factor of the indicator. */
  value: number;
  /** The indicator's value at the last close; null for the other kinds. */
  latest: (() => number) | null;
}

/** A price, or a distance from one that is not known yet. */
export type Level = number | Distance;

/** The distance in price points, seen from a price. Parts of a tick count as a whole one. */
export function pointsOf(distance: Distance, price: number, tickSize: number): number {
  switch (distance.kind) {
    case 'points':
      return distance.value;
    case 'percent':
      return (price * distance.value) / 100;
    case 'ticks':
      return Math.ceil(distance.value - 1e-9) * tickSize;
    case 'series':
      return distance.value * (distance.latest?.() ?? Number.NaN);
  }
}

/** The price of a level: a distance counts from `price`, upwards (+1) or downwards (−1). */
export function priceOf(level: Level, price: number, way: Direction, tickSize: number): number {
  return typeof level === 'number' ? level : price + way * pointsOf(level, price, tickSize);
}

/** A level as it reads after a split that gave `ratio` new units for each old one. */
export function levelAfterSplit<L extends Level>(level: L, ratio: number): L;
export function levelAfterSplit(level: Level, ratio: number): Level {
  if (typeof level === 'number') return level / ratio;
  const isInPrices = level.kind === 'points' || level.kind === 'ticks';
  return isInPrices ? { ...level, value: level.value / ratio } : level;
}

/** Off the grid by less than this share of a tick is rounding noise. */
const ON_GRID = 1e-4;

/**
 * The tick at a level or next to it in a direction: up (+1) or down (−1). Any price is fine where there are no ticks.
 */
export function toTick(price: number, way: Direction, tickSize: number): number {
  if (tickSize === 0) return price;
  const ticks = price / tickSize;
  const nearest = Math.round(ticks);
  const whole = Math.abs(ticks - nearest) <= ON_GRID ? nearest : way === 1 ? Math.ceil(ticks) : Math.floor(ticks);
  const ticksPerPoint = Math.round(1 / tickSize);
  // Dividing by 100 gives 0.07 where multiplying by 0.01 gives 0.07 and a bit.
  return Math.abs(ticksPerPoint * tickSize - 1) < 1e-12 ? whole / ticksPerPoint : whole * tickSize;
}

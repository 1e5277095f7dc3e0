import type { BarIndex } from '#shared/domain/units.ts';

/** Fewer bars, or fewer after warm-up, leave no room for cuts. */
export const FEWEST_BARS = 20;

/**
 * Where bars are cut, each the first bar of the future: half of the cuts right behind a bar with an order, which shows a
 * look of a single bar ahead, the others anywhere. Each comes from a stretch of its own.
 * @param range bars that may be cut at, from `first` up to but not including `end`
 * @param random uniform in [0, 1)
 * @returns at most `count`, ascending
 */
export function sampleCuts(
  orderBars: ArrayLike<BarIndex>,
  range: { first: BarIndex; end: BarIndex },
  count: number,
  random: () => number,
): BarIndex[] {
  const isInRange = (cut: BarIndex) => cut >= range.first && cut < range.end;
  const behindOrders = [...new Set(Array.from(orderBars, (bar) => bar + 1))].filter(isInRange);
  const some = spread(behindOrders.length, count >> 1, random).map((i) => behindOrders[i] ?? range.first);
  const anywhere = spread(range.end - range.first, count - some.length, random).map((i) => range.first + i);
  return [...new Set([...some, ...anywhere])].sort((a, b) => a - b);
}

/** Places among `size`, one from each of `count` stretches of equal length; all of them when there are no more. */
function spread(size: number, count: number, random: () => number): number[] {
  if (size <= count) return Array.from({ length: size }, (_, i) => i);
  return Array.from({ length: count }, (_, i) => Math.floor(((i + random()) * size) / count));
}

/**
 * Narrows down where something begins to show.
 * @param hidden a place where it doesn't
 * @param shown a later one where `found` was seen
 * @param look what is seen at a place; null for nothing
 * @returns what is seen at the first place found to show it, the one before it not showing it
 */
export function bisect<T>(hidden: BarIndex, shown: BarIndex, found: T, look: (place: BarIndex) => T | null): T {
  let [low, high, first] = [hidden, shown, found];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const seen = look(middle);
    if (seen === null) low = middle;
    else [high, first] = [middle, seen];
  }
  return first;
}

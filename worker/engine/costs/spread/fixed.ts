import type { HalfSpread } from '../spread.ts';

/** The same distance between bid and ask at every bar, in price points: `points / 2`. */
export function fixedHalfSpread(points: number): HalfSpread {
  const half = points / 2;
  return () => half;
}

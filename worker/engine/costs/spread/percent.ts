import type { Fraction } from '#shared/domain/units.ts';
import type { HalfSpread } from '../spread.ts';

/**
 * A fraction of the price between bid and ask.
 *
 *   half = |reference| · fraction / 2
 */
export function percentHalfSpread(fraction: Fraction): HalfSpread {
  return (reference) => (Math.abs(reference) * fraction) / 2;
}

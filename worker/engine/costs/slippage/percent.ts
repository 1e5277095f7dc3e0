import type { Fraction } from '#shared/domain/units.ts';
import type { Slippage } from '../slippage.ts';

/**
 * A fraction of the price.
 *
 *   slippage = |reference| · fraction
 */
export function percentSlippage(fraction: Fraction): Slippage {
  return (reference) => Math.abs(reference) * fraction;
}

import type { Fraction } from '#shared/domain/units.ts';
import type { Slippage } from '../slippage.ts';

/**
 * A fraction of the usual range of a bar: orders cost more where prices move more.
 *
 *   slippage = fraction · volatility, volatility being the mean true range of the 20 bars before the fill
 *
 * Nothing while there are no 20 bars yet: a range can't be known from later bars, and a run may trade before.
 * Source: true range by Wilder (1978), New Concepts in Technical Trading Systems.
 */
export function volatilitySlippage(fraction: Fraction): Slippage {
  return (_reference, _qty, { volatility }) => (Number.isNaN(volatility) ? 0 : fraction * volatility);
}

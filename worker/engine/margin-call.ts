import { floorToLot } from './sizing.ts';

/** A position that can be reduced. Money is in the account's currency. */
export interface ReduciblePosition {
  /** Units held one way. */
  units: number;
  unitValue: number;
  lotStep: number;
}

/** Of all units held: less than this is rounding noise. */
const NOISE = 1e-9;

/**
 * Units of a position that a margin call closes, at most all of them; 0 where equity covers the margin.
 *
 *   missing = (exposure − equity / margin) / value of a unit
 *
 * `restore` closes these, rounded up to whole lots: the fewest that restore the margin, but for the costs of closing
 * them. `fourfold` rounds them down to whole lots and closes four times as many.
 * @param margin share of the exposure that equity must cover, above 0
 * @param exposure value of all that the account holds, whichever way
 * Source of `fourfold`: TradingView, Pine Script user manual, margin. Long 682,438 at 4.43 with 1,000,000 at 25 %, the
 * price at 3.90: 27,763 units are missing and 111,052 are closed.
 */
export function unitsToLiquidate(
  rule: 'restore' | 'fourfold',
  margin: number,
  equity: number,
  exposure: number,
  { units, unitValue, lotStep }: ReduciblePosition,
): number {
  const missing = (exposure - equity / margin) / unitValue;
  if (missing <= units * NOISE) return 0;
  const closed = rule === 'restore' ? -floorToLot(-missing, lotStep) : 4 * floorToLot(missing, lotStep);
  return Math.min(closed, units);
}

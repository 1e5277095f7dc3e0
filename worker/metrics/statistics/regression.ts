import { mean, standardDeviation } from './moments.ts';

/** The straight line y = intercept + slope·x with the least squares. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Share of y's variance that x explains, 0–1. */
  readonly rSquared: number;
}

/**
 * Least squares over the pairs (xₖ, yₖ); y may be longer, its rest has no partner.
 *
 * @returns NaN where x doesn't vary or fewer than two pairs are there; `rSquared` alone where y doesn't vary.
 */
export function regression(x: Float64Array, y: Float64Array): Line {
  const pairs = y.subarray(0, x.length);
  const centreX = mean(x);
  const centreY = mean(pairs);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let k = 0; k < x.length; k++) {
    const dx = (x[k] as number) - centreX;
    const dy = (pairs[k] as number) - centreY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const varies = standardDeviation(x, 0) > 0;
  const slope = varies ? xy / xx : Number.NaN;
  return {
    slope,
    intercept: centreY - slope * centreX,
    rSquared: varies && standardDeviation(pairs, 0) > 0 ? (xy * xy) / (xx * yy) : Number.NaN,
  };
}

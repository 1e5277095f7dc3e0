import type { Fraction } from '#shared/domain/units.ts';
import { mulberry32 } from '../../engine/random.ts';
import type { Draw } from './draws.ts';

export interface MonteCarloTerms {
  readonly paths: number;
  readonly seed: number;
  /** Points in time at which the fan is drawn, evenly over the steps, besides the start. */
  readonly points: number;
  /** Shares of the paths that lie below the lines of the fan, such as 0.05, 0.5, 0.95. */
  readonly quantiles: readonly Fraction[];
  /** Equity, as a part of what there was at the start, at or below which a path counts as ruined. */
  readonly ruin: Fraction;
}

/** What other histories would have brought. Equity begins at 1. */
export interface MonteCarlo {
  /** Steps that lie behind at each point of the fan, beginning with 0. */
  readonly steps: readonly number[];
  /** For each quantile the equity at each point. */
  readonly fan: readonly Float64Array[];
  /** Of each path, ascending. */
  readonly finals: Float64Array;
  /** The deepest of each path, from −1 to 0, ascending: the worst first. */
  readonly drawdowns: Float64Array;
  /** Share of paths that were ruined at any step. */
  readonly ruined: Fraction;
}

/**
 * Draws other histories and follows equity through them, reinvested: 1, 1 + r₁, (1 + r₁)(1 + r₂), …; a step of −100 %
 * or worse ends a path at 0.
 *
 * @param length steps of a history
 * @throws RangeError without steps, paths or points
 */
export function monteCarlo(
  draw: Draw,
  length: number,
  { paths, seed, points, quantiles, ruin }: MonteCarloTerms,
): MonteCarlo {
  if (!(length >= 1 && paths >= 1 && points >= 1)) throw new RangeError('it takes a step, a path and a point or more');
  const steps = pointsOf(length, points);
  const random = mulberry32(seed);
  const returns = new Float64Array(length);
  const equities = steps.map(() => new Float64Array(paths));
  const [finals, drawdowns] = [new Float64Array(paths), new Float64Array(paths)];
  let ruined = 0;
  for (let path = 0; path < paths; path++) {
    draw(returns, random);
    let [equity, high, deepest, lowest, point] = [1, 1, 0, 1, 0];
    for (let step = 0; step <= length; step++) {
      if (step > 0) equity *= Math.max(0, 1 + (returns[step - 1] as number));
      if (steps[point] === step) (equities[point++] as Float64Array)[path] = equity;
      high = Math.max(high, equity);
      lowest = Math.min(lowest, equity);
      deepest = Math.min(deepest, equity / high - 1);
    }
    finals[path] = equity;
    drawdowns[path] = deepest;
    if (lowest <= ruin) ruined++;
  }
  for (const column of equities) column.sort();
  return {
    steps,
    fan: quantiles.map((share) => Float64Array.from(equities, (sorted) => sorted[placeOf(share, paths)] as number)),
    finals: finals.sort(),
    drawdowns: drawdowns.sort(),
    ruined: ruined / paths,
  };
}

function pointsOf(length: number, points: number): number[] {
  const count = Math.min(points, length);
  return Array.from({ length: count + 1 }, (_, point) => Math.round((point * length) / count));
}

/** A path that was drawn, not one between two. */
function placeOf(share: Fraction, paths: number): number {
  return Math.min(paths - 1, Math.floor(share * paths));
}

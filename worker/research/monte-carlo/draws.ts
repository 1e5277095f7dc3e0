import type { Fraction } from '#shared/domain/units.ts';
import { drawPeriods } from '../resampling/stationary-bootstrap.ts';

/** Writes another history: returns of as many steps as there were. */
export type Draw = (into: Float64Array, random: () => number) => void;

/** The same steps in another order: the end is the same, the way there isn't. */
export function shuffled(steps: Float64Array): Draw {
  return (into, random) => {
    into.set(steps);
    for (let last = into.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      const kept = into[last] as number;
      into[last] = into[other] as number;
      into[other] = kept;
    }
  };
}

/**
 * Steps drawn with replacement, in runs of neighbours.
 *
 * @param meanLength of a run; 1 draws each step by itself
 */
export function resampled(steps: Float64Array, meanLength: number): Draw {
  const places = new Int32Array(steps.length);
  return (into, random) => {
    drawPeriods(places, meanLength, random);
    for (let k = 0; k < into.length; k++) into[k] = steps[places[k] as number] as number;
  };
}

/** The same steps in their order, each left out with a chance: a signal missed, an order not filled. */
export function withSkips(steps: Float64Array, chance: Fraction): Draw {
  return (into, random) => {
    for (let k = 0; k < into.length; k++) into[k] = random() < chance ? 0 : (steps[k] as number);
  };
}

import type { Levels } from './search-space.ts';

/** A level for each axis. */
type Place = readonly number[];

/** How good a place is together with what lies around it. */
export interface PlateauPlace {
  /** Of the tried places, which. */
  readonly tried: number;
  /** Median of the place and its neighbours. */
  readonly median: number;
  /** The worst of them. */
  readonly worst: number;
  /** Neighbours that were tried; all that there could be. */
  readonly neighbours: number;
  readonly possible: number;
}

/**
 * How good places are when parameters are a little off: markets change, and a peak with nothing around it is mostly
 * luck. Neighbours are at most `reach` levels away along each axis of numbers, and the same along the others.
 *
 * @param places that were tried
 * @param scores of them, the more the better; NaN counts as the worst of all
 * @returns a row for each place, in their order
 */
export function plateaus(levels: Levels, places: readonly Place[], scores: Float64Array, reach = 1): PlateauPlace[] {
  const known = new Map(places.map((place, tried) => [levels.indexOf(place), tried]));
  const worstOfAll = scores.reduce((worst, score) => (score < worst ? score : worst), Number.POSITIVE_INFINITY);
  const scoreOf = (tried: number) => (Number.isNaN(scores[tried]) ? worstOfAll : (scores[tried] as number));
  return places.map((place, tried) => {
    const around = neighbourhood(levels, place, reach).filter((one) => levels.allows(one));
    const found = around.flatMap((one) => known.get(levels.indexOf(one)) ?? []);
    const values = Float64Array.from(found, scoreOf);
    return {
      tried,
      median: median(values),
      worst: Math.min(...values),
      neighbours: found.length - 1,
      possible: around.length - 1,
    };
  });
}

/**
 * The middle of the best plateau: the place whose neighbourhood has the highest median, the better worst place deciding
 * between equals. Places of which fewer than half of the neighbours were tried don't count.
 *
 * @returns undefined where nothing was tried closely enough
 */
export function plateauCentre(plateaus: readonly PlateauPlace[]): PlateauPlace | undefined {
  const known = plateaus.filter(({ neighbours, possible }) => possible > 0 && neighbours >= possible / 2);
  return known.toSorted((a, b) => b.median - a.median || b.worst - a.worst)[0];
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

function neighbourhood(levels: Levels, place: Place, reach: number): Place[] {
  return levels.values.reduce<number[][]>(
    (around, { length }, axis) => {
      const level = place[axis] ?? 0;
      const step = levels.isOrdered[axis] ? reach : 0;
      const near: number[] = [];
      for (let one = Math.max(0, level - step); one <= Math.min(length - 1, level + step); one++) near.push(one);
      return around.flatMap((start) => near.map((one) => [...start, one]));
    },
    [[]],
  );
}

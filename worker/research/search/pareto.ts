/** Scores of one trial, the more the better. */
export type Scores = readonly number[];

/** Whether one is at least as good in everything, and better in something. NaN is worse than any number. */
export function dominates(one: Scores, other: Scores): boolean {
  let isBetter = false;
  for (let k = 0; k < one.length; k++) {
    const [a, b] = [ranked(one[k]), ranked(other[k])];
    if (a < b) return false;
    isBetter ||= a > b;
  }
  return isBetter;
}

/**
 * The fronts of many: those that nothing dominates, then those that only the first front dominates, …
 * @returns their places in the list, ascending in each front
 * Source: Deb, Pratap, Agarwal and Meyarivan (2002), A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II, IEEE
 * Trans. Evolutionary Computation 6(2).
 */
export function paretoFronts(all: readonly Scores[]): number[][] {
  const beats = all.map((one) => [...all.keys()].filter((other) => dominates(one, all[other] as Scores)));
  const beatenBy = new Array<number>(all.length).fill(0);
  for (const beaten of beats) for (const other of beaten) beatenBy[other] = (beatenBy[other] ?? 0) + 1;
  const fronts: number[][] = [];
  let front = [...all.keys()].filter((one) => beatenBy[one] === 0);
  while (front.length > 0) {
    fronts.push(front);
    const next: number[] = [];
    for (const one of front) {
      for (const other of beats[one] ?? []) {
        beatenBy[other] = (beatenBy[other] ?? 0) - 1;
        if (beatenBy[other] === 0) next.push(other);
      }
    }
    front = next.sort((a, b) => a - b);
  }
  return fronts;
}

/**
 * How far the neighbours of each of a front are, summed over the objectives, each measured by its own range; ∞ for the
 * outermost. Source: as above.
 */
export function crowdingDistances(front: readonly Scores[]): number[] {
  const distances = new Array<number>(front.length).fill(0);
  for (let k = 0; k < (front[0]?.length ?? 0); k++) {
    const order = [...front.keys()].sort((a, b) => ranked(front[a]?.[k]) - ranked(front[b]?.[k]));
    const valueAt = (place: number) => ranked(front[order[place] ?? 0]?.[k]);
    const range = valueAt(order.length - 1) - valueAt(0);
    order.forEach((one, place) => {
      const isOuter = place === 0 || place === order.length - 1;
      const gap = isOuter
        ? Number.POSITIVE_INFINITY
        : range > 0
          ? (valueAt(place + 1) - valueAt(place - 1)) / range
          : 0;
      distances[one] = (distances[one] ?? 0) + gap;
    });
  }
  return distances;
}

function ranked(score: number | undefined): number {
  return score === undefined || Number.isNaN(score) ? -Number.MAX_VALUE : score;
}

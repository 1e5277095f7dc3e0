import { mulberry32 } from '../../engine/random.ts';
import { latinPlaces } from './latin-hypercube.ts';
import { anyPlace, type Place, Proposed, type Search, type SearchTerms, type Trial } from './search.ts';

/** Trials that are spread evenly before anything is learned. */
const FIRST_TRIALS = 20;
/** Draws from the good ones, of which the most promising is tried. */
const CANDIDATES = 24;
/** At most as many trials count as good. */
const MOST_GOOD = 25;

/**
 * Learns where good places lie: trials are told apart into the good ones and the rest, how dense each lie is estimated
 * axis by axis, and those places are tried where the good are dense and the rest are not. For one objective.
 *
 *   good = the best ⌈¼·√n⌉ of n; next = argmax Π l(x) / g(x) over draws from l
 *
 * Source: Bergstra, Bardenet, Bengio and Kégl (2011), Algorithms for Hyper-Parameter Optimization, NIPS 24 (TPE); the
 * share of good trials is hyperopt's.
 */
export function treeParzenSearch(terms: SearchTerms): Search {
  const { levels, budget, seed } = terms;
  const proposed = new Proposed(terms);
  const random = mulberry32(seed);
  const first = latinPlaces(levels, Math.min(FIRST_TRIALS, budget), random).values();
  const trials: Trial[] = [];
  let drawn = 0;
  return {
    propose(most) {
      if (drawn < FIRST_TRIALS) {
        const places = proposed.fill(
          Math.min(most, FIRST_TRIALS - drawn),
          () => first.next().value ?? anyPlace(levels, random),
        );
        drawn += places.length;
        return places;
      }
      const [good, rest] = toldApart(trials);
      const [goodDensity, restDensity] = [good, rest].map((some) => densities(some, terms)) as [Densities, Densities];
      // Ever wider where nothing new turns up near the good ones.
      let tries = 0;
      return proposed.fill(most, () =>
        tries++ % 50 === 49 ? anyPlace(levels, random) : promising(goodDensity, restDensity, random),
      );
    },
    tell: (more) => void trials.push(...more),
  };
}

function toldApart(trials: readonly Trial[]): [good: Trial[], rest: Trial[]] {
  const best = trials.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const count = Math.min(MOST_GOOD, Math.ceil(Math.sqrt(best.length) / 4));
  return [best.slice(0, count), best.slice(count)];
}

function scoreOf({ scores: [score] }: Trial): number {
  return score === undefined || Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
}

/** For each axis the probability of each level. */
type Densities = readonly (readonly number[])[];

function densities(trials: readonly Trial[], { levels }: SearchTerms): Densities {
  return levels.values.map(({ length }, axis) => {
    const taken = trials.map(({ place }) => place[axis] ?? 0);
    return levels.isOrdered[axis] ? smooth(taken, length) : counted(taken, length);
  });
}

/** Of levels whose neighbours are alike: a bell over each that was taken, as wide as its way to the next one. */
function smooth(taken: readonly number[], length: number): number[] {
  const sorted = taken.toSorted((a, b) => a - b);
  const weights = new Array<number>(length).fill(1 / length);
  sorted.forEach((centre, k) => {
    const before = centre - (sorted[k - 1] ?? -1);
    const after = (sorted[k + 1] ?? length) - centre;
    const width = Math.min(length, Math.max(before, after, length / Math.min(100, 1 + sorted.length), 0.5));
    const bell = weights.map((_, level) => Math.exp(-0.5 * ((level - centre) / width) ** 2));
    const sum = bell.reduce((total, part) => total + part, 0);
    bell.forEach((part, level) => {
      weights[level] = (weights[level] ?? 0) + part / sum;
    });
  });
  return normalised(weights);
}

/** Of levels that have no order: how often each was taken, and once more. */
function counted(taken: readonly number[], length: number): number[] {
  const weights = new Array<number>(length).fill(1);
  for (const level of taken) weights[level] = (weights[level] ?? 0) + 1;
  return normalised(weights);
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function promising(good: Densities, rest: Densities, random: () => number): Place {
  let best: Place = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const place = good.map((density) => drawFrom(density, random));
    const promise = place.reduce(
      (sum, level, axis) => sum + Math.log((good[axis]?.[level] ?? 0) / (rest[axis]?.[level] ?? 1)),
      0,
    );
    if (promise > most) [best, most] = [place, promise];
  }
  return best;
}

function drawFrom(density: readonly number[], random: () => number): number {
  let left = random();
  for (let level = 0; level < density.length - 1; level++) {
    left -= density[level] ?? 0;
    if (left < 0) return level;
  }
  return density.length - 1;
}

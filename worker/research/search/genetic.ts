import { mulberry32 } from '../../engine/random.ts';
import { latinPlaces } from './latin-hypercube.ts';
import { crowdingDistances, paretoFronts } from './pareto.ts';
import { anyPlace, type Place, Proposed, type Search, type SearchTerms, type Trial } from './search.ts';

/** Trials that live on from generation to generation. */
const POPULATION = 60;
const CROSSED = 0.9;

/**
 * Lets good places have children: a population is kept of the best trials so far, by fronts and then by how lonely
 * they are in theirs; parents win tournaments; children take each axis from one parent or from between both, and
 * sometimes change. For one objective or several.
 *
 * Source: Deb, Pratap, Agarwal and Meyarivan (2002), NSGA-II, IEEE Trans. Evolutionary Computation 6(2).
 */
export function geneticSearch(terms: SearchTerms): Search {
  const { levels, budget, seed } = terms;
  const proposed = new Proposed(terms);
  const random = mulberry32(seed);
  const first = latinPlaces(levels, Math.min(POPULATION, budget), random).values();
  let population: Trial[] = [];
  let firstLeft = Math.min(POPULATION, budget);
  return {
    propose(most) {
      if (firstLeft > 0) {
        const places = proposed.fill(Math.min(most, firstLeft), () => first.next().value ?? anyPlace(levels, random));
        firstLeft = places.length === 0 ? 0 : firstLeft - places.length;
        return places;
      }
      let tries = 0;
      return proposed.fill(Math.min(most, POPULATION), () =>
        tries++ % 50 === 49 || population.length === 0 ? anyPlace(levels, random) : child(population, terms, random),
      );
    },
    tell(trials) {
      population = survivors([...population, ...trials]);
    },
  };
}

/** The best, the best first. */
function survivors(all: readonly Trial[]): Trial[] {
  const kept: Trial[] = [];
  for (const front of paretoFronts(all.map(({ scores }) => scores))) {
    const trials = front.map((place) => all[place] as Trial);
    const distances = crowdingDistances(trials.map(({ scores }) => scores));
    const lonelyFirst = [...trials.keys()].sort((a, b) => (distances[b] ?? 0) - (distances[a] ?? 0) || a - b);
    kept.push(...lonelyFirst.map((place) => trials[place] as Trial));
    if (kept.length >= POPULATION) break;
  }
  return kept.slice(0, POPULATION);
}

function child(population: readonly Trial[], { levels }: SearchTerms, random: () => number): Place {
  const [mother, father] = [parent(population, random), parent(population, random)];
  const isCrossed = random() < CROSSED;
  return levels.values.map(({ length }, axis) => {
    const [one, other] = [mother[axis] ?? 0, father[axis] ?? 0];
    const level = !isCrossed
      ? one
      : levels.isOrdered[axis]
        ? between(one, other, random)
        : random() < 0.5
          ? one
          : other;
    if (random() >= 1 / levels.values.length) return Math.min(length - 1, Math.max(0, level));
    return levels.isOrdered[axis] ? nearby(level, length, random) : Math.floor(random() * length);
  });
}

/** The better of two: the population is in order. */
function parent(population: readonly Trial[], random: () => number): Place {
  const draw = () => Math.floor(random() * population.length);
  return (population[Math.min(draw(), draw())] as Trial).place;
}

/** On the line between two levels, and a little beyond its ends. */
function between(one: number, other: number, random: () => number): number {
  return Math.round(one + (other - one) * (random() * 1.4 - 0.2));
}

/** A step that is mostly short. */
function nearby(level: number, length: number, random: () => number): number {
  const step = Math.ceil(random() ** 3 * length) * (random() < 0.5 ? -1 : 1);
  return Math.min(length - 1, Math.max(0, level + step));
}

import type { Levels } from '#shared/domain/search-space.ts';
import { mulberry32 } from '../../engine/random.ts';
import { anyPlace, type Place, Proposed, type Search, type SearchTerms } from './search.ts';

/**
 * Places at random that cover each axis evenly: of `count` places each of `count` equal parts of every axis holds one.
 * Source: McKay, Beckman and Conover (1979), A Comparison of Three Methods for Selecting Values of Input Variables,
 * Technometrics 21(2).
 */
export function latinPlaces(levels: Levels, count: number, random: () => number): Place[] {
  const columns = levels.values.map(({ length }) =>
    order(count, random).map((part) => Math.floor(((part + random()) / count) * length)),
  );
  return Array.from({ length: count }, (_, row) => columns.map((column) => column[row] ?? 0));
}

/** A Latin hypercube of the whole budget; what constraints rule out, or few levels double, is replaced at random. */
export function latinSearch(terms: SearchTerms): Search {
  const proposed = new Proposed(terms);
  const random = mulberry32(terms.seed);
  const planned = latinPlaces(terms.levels, terms.budget, random).values();
  return {
    propose: (most) => proposed.fill(most, () => planned.next().value ?? anyPlace(terms.levels, random)),
    tell: () => {},
  };
}

/** 0 to `count` − 1, shuffled. */
function order(count: number, random: () => number): number[] {
  const list = [...new Array(count).keys()];
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] as number, list[last] as number];
  }
  return list;
}

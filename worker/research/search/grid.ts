import type { Place, Search, SearchTerms } from './search.ts';
import { Proposed } from './search.ts';

/** Every place, one after the other, the last axis changing fastest. */
export function gridSearch({ levels, budget }: Omit<SearchTerms, 'seed'>): Search {
  const proposed = new Proposed({ levels, budget });
  let next = 0;
  return {
    propose(most) {
      const places: Place[] = [];
      for (; next < levels.size && places.length < most && proposed.left > 0; next++) {
        const place = levels.placeOf(next);
        if (proposed.take(place)) places.push(place);
      }
      return places;
    },
    tell: () => {},
  };
}

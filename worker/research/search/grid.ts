import type { Place, Search, SearchTerms } from './search.ts';

/** Every place, one after the other, the last axis changing fastest. */
export function gridSearch({ levels, budget }: Omit<SearchTerms, 'seed'>): Search {
  let next = 0;
  let left = budget;
  return {
    propose(most) {
      const places: Place[] = [];
      for (; next < levels.size && places.length < most && left > 0; next++) {
        const place = levels.placeOf(next);
        if (!levels.allows(place)) continue;
        places.push(place);
        left--;
      }
      return places;
    },
    tell: () => {},
  };
}

import type { Levels } from '#shared/domain/search-space.ts';

/** A level for each axis of the space. */
export type Place = readonly number[];

/** A place that was tried. */
export interface Trial {
  readonly place: Place;
  /** One for each objective, the more the better; NaN = it came to nothing. */
  readonly scores: readonly number[];
}

/**
 * A way to look for good parameters. It is deterministic: the same seed and the same answers make the same questions,
 * so that a sweep that was interrupted goes on where it was.
 */
export interface Search {
  /** The next places to try, none of them twice, at most so many; none = it is over. */
  propose(most: number): Place[];
  /** Says what came of the places of one `propose`, in the same order. */
  tell(trials: readonly Trial[]): void;
}

export interface SearchTerms {
  readonly levels: Levels;
  /** Places to try in all. */
  readonly budget: number;
  readonly seed: number;
}

/** How often a random draw may meet what constraints rule out, or what was tried, before a search gives up. */
const MOST_MISSES = 10_000;

/** Places that were proposed, each once. */
export class Proposed {
  readonly #levels: Levels;
  readonly #budget: number;
  readonly #seen = new Set<number>();

  constructor({ levels, budget }: Pick<SearchTerms, 'levels' | 'budget'>) {
    this.#levels = levels;
    this.#budget = budget;
  }

  get left(): number {
    return this.#budget - this.#seen.size;
  }

  get isEmpty(): boolean {
    return this.#seen.size === 0;
  }

  /** Takes a place, unless it is ruled out, was taken before, or the budget is used up. */
  take(place: Place): boolean {
    const index = this.#levels.indexOf(place);
    if (this.left <= 0 || this.#seen.has(index) || !this.#levels.allows(place)) return false;
    this.#seen.add(index);
    return true;
  }

  /** Draws until there are so many new places, or until nothing new turns up any more. */
  fill(most: number, draw: () => Place): Place[] {
    const places: Place[] = [];
    for (let misses = 0; places.length < most && misses < MOST_MISSES; ) {
      const place = draw();
      if (this.take(place)) places.push(place);
      else if (this.left <= 0) break;
      else misses++;
    }
    return places;
  }
}

/** Any place, each as likely. */
export function anyPlace(levels: Levels, random: () => number): Place {
  return levels.values.map(({ length }) => Math.floor(random() * length));
}

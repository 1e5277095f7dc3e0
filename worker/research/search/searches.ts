import { geneticSearch } from './genetic.ts';
import { gridSearch } from './grid.ts';
import { latinSearch } from './latin-hypercube.ts';
import { randomSearch } from './random.ts';
import type { Search, SearchTerms } from './search.ts';
import { treeParzenSearch } from './tree-parzen.ts';

/** Every way to search, by the name under which it is asked for. */
export const SEARCHES = {
  grid: gridSearch,
  random: randomSearch,
  'latin-hypercube': latinSearch,
  tpe: treeParzenSearch,
  genetic: geneticSearch,
} as const satisfies Readonly<Record<string, (terms: SearchTerms) => Search>>;

export type SearchMethod = keyof typeof SEARCHES;

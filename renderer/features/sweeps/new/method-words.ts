import type { SearchMethodName } from '#shared/contract/sweeps.ts';

/** Ways to search, as people read them. */
export const METHOD_WORDS: Readonly<Record<SearchMethodName, { label: string; detail: string }>> = {
  grid: { label: 'Grid', detail: 'every place' },
  random: { label: 'Random', detail: 'any, each as likely' },
  'latin-hypercube': { label: 'Latin hypercube', detail: 'each axis evenly' },
  tpe: { label: 'Bayesian (TPE)', detail: 'learns where good ones lie' },
  genetic: { label: 'Genetic (NSGA-II)', detail: 'breeds the best' },
};

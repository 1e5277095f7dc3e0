import type { Measure } from '../metric.ts';

/** The best return of a trade; NaN without trades. */
export const bestTrade: Measure = {
  id: 'bestTrade',
  unit: 'fraction',
  convention: 'highest net return of a trade',
  compute: ({ trades: { returnFraction } }) => (returnFraction.length === 0 ? Number.NaN : Math.max(...returnFraction)),
};

/** The worst return of a trade; NaN without trades. */
export const worstTrade: Measure = {
  id: 'worstTrade',
  unit: 'fraction',
  convention: 'lowest net return of a trade',
  compute: ({ trades: { returnFraction } }) => (returnFraction.length === 0 ? Number.NaN : Math.min(...returnFraction)),
};

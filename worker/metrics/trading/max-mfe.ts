import type { Metric } from '../metric.ts';

/**
 * Maximum favourable excursion of all trades: the highest profit that any trade stood in while it was open.
 *
 *   max over trades of (best open profit / value at entry)
 *
 * @returns a fraction, 0 or more; NaN without trades, or where no bars are known to measure it on.
 * Convention: as `averageMae`.
 */
export const maxMfe: Metric = {
  id: 'maxMfe',
  unit: 'fraction',
  convention: 'of entry value, from fill to fill, before exit costs',
  compute({ excursions: { favourableFraction } }) {
    if (favourableFraction.length === 0) return Number.NaN;
    return favourableFraction.reduce((highest, value) => Math.max(highest, value), 0);
  },
};

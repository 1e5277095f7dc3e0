import type { Metric } from '../metric.ts';

/**
 * Maximum adverse excursion of all trades: the deepest loss that any trade stood in while it was open.
 *
 *   min over trades of (worst open profit / value at entry)
 *
 * @returns a fraction, 0 or less, below −1 for a short that more than doubled; NaN without trades, or where no bars
 * are known to measure it on.
 * Convention: as `averageMae`.
 */
export const maxMae: Metric = {
  id: 'maxMae',
  unit: 'fraction',
  convention: 'of entry value, from fill to fill, before exit costs',
  compute({ excursions: { adverseFraction } }) {
    if (adverseFraction.length === 0) return Number.NaN;
    return adverseFraction.reduce((deepest, value) => Math.min(deepest, value), 0);
  },
};

import type { Metric } from '../metric.ts';
import { mean } from '../statistics/moments.ts';

/**
 * Average favourable excursion (MFE): how far the average trade was in profit at its best moment.
 *
 *   mean over trades of (best open profit / value at entry)
 *
 * @returns a fraction, 0 or more; NaN without trades, or where no bars are known to measure it on.
 * Convention: as `averageMae`.
 * Source: Sweeney (1996), Maximum Adverse Excursion.
 */
export const averageMfe: Metric = {
  id: 'averageMfe',
  unit: 'fraction',
  convention: 'of entry value, from fill to fill, before exit costs',
  compute: ({ excursions }) => mean(excursions.favourableFraction),
};

import type { Metric } from '../metric.ts';
import { mean } from '../statistics/moments.ts';

/**
 * Average adverse excursion (MAE): how far the average trade was in loss at its worst moment.
 *
 *   mean over trades of (worst open profit / value at entry)
 *
 * @returns a fraction, 0 or less; NaN without trades, or where no bars are known to measure it on.
 * Convention: along the assumed path from fill to fill, entry costs included, exit costs not; many tools take the
 * whole bars of entry and exit, which sees losses that the trade never had.
 * Source: Sweeney (1996), Maximum Adverse Excursion.
 */
export const averageMae: Metric = {
  id: 'averageMae',
  unit: 'fraction',
  convention: 'of entry value, from fill to fill, before exit costs',
  compute: ({ excursions }) => mean(excursions.adverseFraction),
};

import type { Metric } from '../metric.ts';

/**
 * Total return: what the capital grew by over the whole run, costs included.
 *
 *   R = final equity / initial capital − 1
 *
 * @returns −1 or less when everything or more was lost; NaN without bars.
 */
export const totalReturn: Metric = {
  id: 'totalReturn',
  unit: 'fraction',
  convention: 'final equity / initial capital − 1',
  compute: ({ finalEquity, initialCash }) => finalEquity / initialCash - 1,
};

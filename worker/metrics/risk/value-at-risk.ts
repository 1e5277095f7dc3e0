import type { Metric } from '../metric.ts';
import { quantile } from '../statistics/quantile.ts';

/**
 * Value at risk: the return that one period in twenty falls below.
 *
 *   VaR₉₅ = 5 % quantile of r
 *
 * @returns a fraction, most often negative; NaN without returns.
 * Convention: historical, in one period, written as a return; quantstats assumes a normal distribution.
 */
export const valueAtRisk: Metric = {
  id: 'valueAtRisk',
  unit: 'fraction',
  convention: ({ periodName }) => `historical 95 %, ${periodName}`,
  compute: ({ returns }) => quantile(returns, 0.05),
};

import type { Metric } from '../metric.ts';
import { mean } from '../statistics/moments.ts';
import { quantile } from '../statistics/quantile.ts';

/**
 * Conditional value at risk (expected shortfall): the mean return of the periods at or below the value at risk.
 *
 *   CVaR₉₅ = mean of the r ≤ VaR₉₅
 *
 * @returns a fraction, most often negative; NaN without returns.
 * Source: Rockafellar and Uryasev (2000), Optimization of Conditional Value-at-Risk, J. Risk 2(3).
 */
export const conditionalValueAtRisk: Metric = {
  id: 'conditionalValueAtRisk',
  unit: 'fraction',
  convention: ({ periodName }) => `historical 95 %, ${periodName}`,
  compute({ returns }) {
    const threshold = quantile(returns, 0.05);
    return mean(returns.filter((value) => value <= threshold));
  },
};

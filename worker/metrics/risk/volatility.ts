import { annualised } from '../annualised.ts';
import type { Metric } from '../metric.ts';
import { standardDeviation } from '../statistics/moments.ts';

/**
 * Volatility: the standard deviation of returns, a year.
 *
 *   σ = sd(r, ddof 1) · √periodsPerYear
 *
 * @returns 0 when returns don't vary; NaN with fewer than two.
 * Convention: as empyrical; backtesting.py compounds the variance instead (0.18 against 0.14 on the same twenty
 * returns), see conventions/.
 */
export const volatility: Metric = {
  id: 'volatility',
  unit: 'fraction',
  convention: (input) => `ddof 1, ${annualised(input)}`,
  compute: ({ returns, periodsPerYear }) => standardDeviation(returns, 1) * Math.sqrt(periodsPerYear),
};

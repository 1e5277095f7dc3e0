import type { Metric } from '../metric.ts';
import { regression } from '../statistics/regression.ts';

/**
 * Beta: how much of the benchmark's movement the strategy takes.
 *
 *   β = cov(r, b) / var(b)
 *
 * @returns a pure number; NaN with fewer than two periods, or when the benchmark doesn't move.
 * Source: Sharpe (1964), Capital Asset Prices, J. Finance 19(3).
 */
export const beta: Metric = {
  id: 'beta',
  unit: 'ratio',
  convention: ({ periodName }) => `${periodName} returns against buy and hold`,
  compute: ({ returns, benchmarkReturns }) => regression(benchmarkReturns, returns).slope,
};

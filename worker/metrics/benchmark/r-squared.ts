import type { Metric } from '../metric.ts';
import { regression } from '../statistics/regression.ts';

/**
 * R²: the share of the strategy's variance that the benchmark explains.
 *
 *   R² = cov(r, b)² / (var(r)·var(b))
 *
 * @returns 0–1; NaN with fewer than two periods, or when either doesn't move.
 */
export const rSquared: Metric = {
  id: 'rSquared',
  unit: 'fraction',
  convention: ({ periodName }) => `${periodName} returns against buy and hold`,
  compute: ({ returns, benchmarkReturns }) => regression(benchmarkReturns, returns).rSquared,
};

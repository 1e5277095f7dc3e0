import type { Metric } from '../metric.ts';
import { regression } from '../statistics/regression.ts';

/**
 * Alpha: the yearly return that the benchmark doesn't explain.
 *
 *   α = (1 + mean(r − β·b))^periodsPerYear − 1
 *
 * @returns a fraction; NaN with fewer than two periods, or when the benchmark doesn't move.
 * Convention: risk-free 0, compounded to a year as empyrical; backtesting.py subtracts β times the benchmark's
 * total return from the total return.
 * Source: Jensen (1968), The Performance of Mutual Funds, J. Finance 23(2).
 */
export const alpha: Metric = {
  id: 'alpha',
  unit: 'fraction',
  convention: ({ periodName }) => `${periodName} returns against buy and hold, annual, compounded, risk-free 0`,
  compute({ returns, benchmarkReturns, periodsPerYear }) {
    return Math.max(0, 1 + regression(benchmarkReturns, returns).intercept) ** periodsPerYear - 1;
  },
};

import { annualised } from '../annualised.ts';
import type { Metric } from '../metric.ts';
import { periodicSharpe } from '../risk/sharpe.ts';

/**
 * Information ratio: mean return over the benchmark's, per unit of the risk of differing from it, annualised.
 *
 *   IR = mean(r − b) / sd(r − b, ddof 1) · √periodsPerYear
 *
 * @returns a pure number; NaN with fewer than two periods, or when the difference doesn't vary.
 * Source: Grinold and Kahn (1999), Active Portfolio Management.
 */
export const informationRatio: Metric = {
  id: 'informationRatio',
  unit: 'ratio',
  convention: (input) => `against buy and hold, arithmetic, ddof 1, ${annualised(input)}`,
  compute({ returns, benchmarkReturns, periodsPerYear }) {
    const active = benchmarkReturns.map((benchmark, k) => (returns[k] as number) - benchmark);
    return periodicSharpe(active) * Math.sqrt(periodsPerYear);
  },
};

import { annualised } from '../annualised.ts';
import type { Metric } from '../metric.ts';
import { mean, standardDeviation } from '../statistics/moments.ts';

/**
 * Mean return for one unit of risk in one period, nothing annualised.
 *
 * @returns NaN with fewer than two returns, or when they don't vary.
 */
export function periodicSharpe(returns: Float64Array): number {
  const risk = standardDeviation(returns, 1);
  return risk === 0 ? Number.NaN : mean(returns) / risk;
}

/**
 * Sharpe ratio: mean return per unit of total risk, annualised.
 *
 *   S = mean(r) / sd(r, ddof 1) · √periodsPerYear
 *
 * @returns a pure number; NaN with fewer than two returns, or when they don't vary.
 * Convention: arithmetic, risk-free 0, as empyrical; backtesting.py divides a geometric mean by a geometric
 * volatility instead (1.60 against 1.89 on the same twenty returns), see conventions/.
 * Source: Sharpe (1994), The Sharpe Ratio, J. Portfolio Management 21(1).
 */
export const sharpe: Metric = {
  id: 'sharpe',
  unit: 'ratio',
  convention: (input) => `arithmetic, ddof 1, ${annualised(input)}, risk-free 0`,
  compute: ({ returns, periodsPerYear }) => periodicSharpe(returns) * Math.sqrt(periodsPerYear),
};

import type { Metric } from '../metric.ts';
import { mean } from '../statistics/moments.ts';
import { periodicSharpe } from './sharpe.ts';

/**
 * Sharpe ratio corrected for autocorrelation: returns that follow each other's sign make √periodsPerYear too
 * generous.
 *
 *   S = mean(r) / sd(r, ddof 1) · q / √(q + 2·Σₖ₌₁..q₋₁ (q − k)·ρᵏ)      q = periodsPerYear, rounded
 *
 * @returns a pure number; NaN with fewer than two returns, or when they don't vary.
 * Convention: ρ is the first autocorrelation, returns taken as AR(1): estimating all q − 1 of them from a few
 * years of daily returns would add more noise than it removes. Equals `sharpe` at ρ = 0.
 * Source: Lo (2002), The Statistics of Sharpe Ratios, Financial Analysts J. 58(4), equations 20 and 22.
 */
export const sharpeLo: Metric = {
  id: 'sharpeLo',
  unit: 'ratio',
  convention: 'Lo (2002), AR(1), ddof 1, risk-free 0',
  compute({ returns, periodsPerYear }) {
    const q = Math.round(periodsPerYear); // a negative ρ has whole powers only
    const rho = firstAutocorrelation(returns);
    const weightedSum = (q * rho) / (1 - rho) - (rho * (1 - rho ** q)) / (1 - rho) ** 2;
    return (periodicSharpe(returns) * q) / Math.sqrt(q + 2 * weightedSum);
  },
};

/** Correlation of each return with the one before it, both around the mean of all. */
function firstAutocorrelation(returns: Float64Array): number {
  const centre = mean(returns);
  let product = 0;
  let squares = 0;
  let before = 0;
  for (let k = 0; k < returns.length; k++) {
    const distance = (returns[k] as number) - centre;
    product += distance * before;
    squares += distance * distance;
    before = distance;
  }
  return product / squares;
}

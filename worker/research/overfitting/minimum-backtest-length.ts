import { expectedMaximumSharpe } from './expected-maximum-sharpe.ts';

/**
 * Minimum backtest length: years below which luck alone is expected to bring a Sharpe ratio like this one, after so
 * many trials.
 *
 *   MinBTL = (E[max of N] / S)²
 *
 * @param sharpe S, annualised, above 0
 * @param trials N, independent ones
 * @returns years; ∞ for a ratio of 0 or less
 * Source: Bailey, Borwein, López de Prado and Zhu (2014), Pseudo-Mathematics and Financial Charlatanism, Notices of
 * the AMS 61(5), theorem 2, with E[max] itself instead of its bound.
 */
export function minimumBacktestLength(sharpe: number, trials: number): number {
  return sharpe > 0 ? (expectedMaximumSharpe(trials, 1) / sharpe) ** 2 : Number.POSITIVE_INFINITY;
}

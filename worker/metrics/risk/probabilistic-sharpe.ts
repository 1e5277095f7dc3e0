import type { Metric } from '../metric.ts';
import { rawKurtosis, skewness } from '../statistics/moments.ts';
import { normalCdf } from '../statistics/normal.ts';
import { periodicSharpe } from './sharpe.ts';

/** What a Sharpe ratio was measured on; nothing annualised. */
export interface SharpeEvidence {
  readonly sharpe: number;
  readonly periods: number;
  readonly skewness: number;
  /** Raw: 3 for a normal. */
  readonly kurtosis: number;
}

/**
 * Probability that the true Sharpe ratio is above a target, given the length, skewness and tails of the record.
 *
 *   PSR = Φ[(S − S*)·√(T − 1) / √(1 − γ₃·S + (γ₄ − 1)/4·S²)]
 *
 * @param target S*, for one period like S
 * Source: Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier, J. Risk 15(2).
 */
export function probabilityOfSharpe({ sharpe, periods, skewness, kurtosis }: SharpeEvidence, target: number): number {
  const variance = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
  return normalCdf(((sharpe - target) * Math.sqrt(periods - 1)) / Math.sqrt(variance));
}

/**
 * Probabilistic Sharpe ratio: how sure one can be that the true Sharpe ratio is above zero.
 *
 * @returns 0–1; NaN with fewer than two returns, or when they don't vary.
 * Convention: raw kurtosis, as the paper; quantstats and others feed excess kurtosis, which flatters fat tails.
 * Says nothing about how many strategies were tried.
 */
export const probabilisticSharpe: Metric = {
  id: 'probabilisticSharpe',
  unit: 'fraction',
  convention: 'against a true Sharpe ratio of 0, raw kurtosis',
  compute({ returns }) {
    const evidence = {
      sharpe: periodicSharpe(returns),
      periods: returns.length,
      skewness: skewness(returns),
      kurtosis: rawKurtosis(returns),
    };
    return probabilityOfSharpe(evidence, 0);
  },
};

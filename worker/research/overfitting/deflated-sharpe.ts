import type { Fraction } from '#shared/domain/units.ts';
import { probabilityOfSharpe, type SharpeEvidence } from '../../metrics/risk/probabilistic-sharpe.ts';
import { expectedMaximumSharpe } from './expected-maximum-sharpe.ts';

/** How the best was found. */
export interface Search {
  /** Independent trials, all that were ever made. */
  readonly trials: number;
  /** Variance of their Sharpe ratios, over one period like the evidence. */
  readonly variance: number;
}

/**
 * Deflated Sharpe ratio: the probability that the best of many trials has a true Sharpe ratio above what luck alone
 * would have brought.
 *
 *   DSR = PSR(E[max])
 *
 * Source: Bailey and López de Prado (2014), The Deflated Sharpe Ratio, J. Portfolio Management 40(5), eq. 2.
 */
export function deflatedSharpe(best: SharpeEvidence, { trials, variance }: Search): Fraction {
  return probabilityOfSharpe(best, expectedMaximumSharpe(trials, variance));
}

import type { Fraction } from '#shared/domain/units.ts';
import type { SharpeEvidence } from '../../metrics/risk/probabilistic-sharpe.ts';
import { normalQuantile } from '../../metrics/statistics/normal-quantile.ts';

/**
 * Minimum track record length: how many periods it takes until a Sharpe ratio like this one is believable.
 *
 *   MinTRL = 1 + [1 − γ₃·S + (γ₄ − 1)/4·S²]·(Z / (S − S*))²
 *
 * @param target S*, what the true ratio is to be above, for one period like S
 * @param confidence such as 0.95
 * @returns periods; ∞ where the ratio isn't above the target
 * Source: Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier, J. Risk 15(2), eq. 11.
 */
export function minimumTrackRecord(
  { sharpe, skewness, kurtosis }: Omit<SharpeEvidence, 'periods'>,
  target: number,
  confidence: Fraction,
): number {
  if (sharpe <= target) return Number.POSITIVE_INFINITY;
  const variance = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
  return 1 + variance * (normalQuantile(confidence) / (sharpe - target)) ** 2;
}

import { normalQuantile } from '../../metrics/statistics/normal-quantile.ts';

/** γ, the Euler–Mascheroni constant. */
const EULER = 0.5772156649015329;

/**
 * The best Sharpe ratio that luck alone is expected to bring among trials without any skill.
 *
 *   E[max] = √V · [(1 − γ)·Φ⁻¹(1 − 1/N) + γ·Φ⁻¹(1 − 1/(N·e))]
 *
 * @param trials N, independent ones, 1 or more; a single trial has nothing to choose from: 0
 * @param variance V of the trials' Sharpe ratios, over the same period as the answer
 * Source: Bailey and López de Prado (2014), The Deflated Sharpe Ratio, J. Portfolio Management 40(5), eq. 1.
 */
export function expectedMaximumSharpe(trials: number, variance: number): number {
  if (trials <= 1) return 0;
  const most = (1 - EULER) * normalQuantile(1 - 1 / trials) + EULER * normalQuantile(1 - 1 / (trials * Math.E));
  return Math.sqrt(variance) * most;
}

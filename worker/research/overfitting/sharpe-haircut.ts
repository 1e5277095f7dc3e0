import type { Fraction } from '#shared/domain/units.ts';
import { normalCdf } from '../../metrics/statistics/normal.ts';
import { normalQuantile } from '../../metrics/statistics/normal-quantile.ts';

/** What is left of a Sharpe ratio. */
export interface Haircut {
  /** For one period, as it came. */
  readonly sharpe: number;
  /** Of the ratio, taken off: 0 = nothing, 1 = all. */
  readonly haircut: Fraction;
}

/**
 * Takes off a Sharpe ratio what choosing the best of many trials puts on: the ratio that alone would be as
 * surprising as this one is among so many.
 *
 *   p = 2·(1 − Φ(S·√T)), p′ = 1 − (1 − p)^N, S′ = Φ⁻¹(1 − p′/2) / √T
 *
 * @param sharpe S, for one period, above 0
 * @param periods T
 * @param trials N, independent ones
 * Source: Harvey and Liu (2015), Backtesting, J. Portfolio Management 42(1), exhibit 2 (Šidák's correction).
 */
export function sharpeHaircut(sharpe: number, periods: number, trials: number): Haircut {
  const single = 2 * normalCdf(-sharpe * Math.sqrt(periods));
  // 1 − (1 − p)^N without losing small p to rounding.
  const among = -Math.expm1(trials * Math.log1p(-single));
  const left = Math.min(sharpe, Math.max(0, -normalQuantile(among / 2)) / Math.sqrt(periods));
  return { sharpe: left, haircut: 1 - left / sharpe };
}

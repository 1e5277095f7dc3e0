import { mean } from '../../metrics/statistics/moments.ts';

/**
 * Mean length of the runs with which a stationary bootstrap estimates the variance of an average best: the longer the
 * values remember, the longer.
 *
 *   b = (G² / g²)^⅓ · T^⅓, g = Σ λ(k/M)·R(k), G = Σ λ(k/M)·|k|·R(k), both over |k| ≤ M
 *
 * R are the autocovariances, λ the flat-top window, and M twice the lag after which correlations are noise.
 *
 * @returns between 1 and 3·√T (T/3 for short series); 1 where values don't vary
 * Source: Politis and White (2004), Automatic Block-Length Selection, Econometric Reviews 23(1), as corrected by Patton,
 * Politis and White (2009).
 */
export function automaticBlockLength(values: Float64Array): number {
  const periods = values.length;
  const centre = mean(values);
  const covariance = (lag: number) => {
    let sum = 0;
    for (let t = lag; t < periods; t++) {
      sum += ((values[t] as number) - centre) * ((values[t - lag] as number) - centre);
    }
    return sum / periods;
  };
  const variance = covariance(0);
  if (!(variance > 0)) return 1;
  const window = Math.min(2 * lastLag(covariance, variance, periods), periods - 1);
  let [level, slope] = [variance, 0];
  for (let lag = 1; lag <= window; lag++) {
    const weighted = 2 * flatTop(lag / window) * covariance(lag);
    level += weighted;
    slope += weighted * lag;
  }
  const most = Math.ceil(Math.min(3 * Math.sqrt(periods), periods / 3));
  return Math.min(most, Math.max(1, ((slope / level) ** 2 * periods) ** (1 / 3)));
}

/** The lag after which correlations stay within their noise for a while. */
function lastLag(covariance: (lag: number) => number, variance: number, periods: number): number {
  const noise = 2 * Math.sqrt(Math.log10(periods) / periods);
  const quiet = Math.max(5, Math.ceil(Math.sqrt(Math.log10(periods))));
  const most = Math.min(Math.ceil(Math.sqrt(periods)) + quiet, periods - 1);
  let last = 0;
  for (let lag = 1; lag <= most && lag - last <= quiet; lag++) {
    if (Math.abs(covariance(lag)) / variance >= noise) last = lag;
  }
  return Math.max(1, last);
}

function flatTop(share: number): number {
  return share <= 0.5 ? 1 : 2 * (1 - share);
}

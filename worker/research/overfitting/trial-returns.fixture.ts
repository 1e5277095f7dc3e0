import { mulberry32 } from '../../engine/random.ts';
import { normalQuantile } from '../../metrics/statistics/normal-quantile.ts';
import type { TrialReturns } from './trial-returns.ts';

/** Independent normal numbers, the same for the same seed. */
export function normals(seed: number): () => number {
  const random = mulberry32(seed);
  return () => normalQuantile((random() * 4294967295 + 0.5) / 4294967296);
}

/** Trials that are nothing but noise of 1 % a period, but for those that get an edge on top in each period. */
export function noisyTrials(
  trials: number,
  periods: number,
  seed: number,
  edgeOf: (trial: number) => number = () => 0,
): TrialReturns {
  const next = normals(seed);
  const returns = new Float64Array(trials * periods);
  for (let at = 0; at < returns.length; at++) returns[at] = 0.01 * next() + edgeOf(Math.floor(at / periods));
  return { trials, periods, returns };
}

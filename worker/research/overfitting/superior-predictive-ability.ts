import type { Fraction } from '#shared/domain/units.ts';
import { mulberry32 } from '../../engine/random.ts';
import { mean } from '../../metrics/statistics/moments.ts';
import { drawPeriods } from '../resampling/stationary-bootstrap.ts';
import { returnsOf, type TrialReturns } from './trial-returns.ts';

export interface BootstrapTerms {
  /** Mean length of the runs of periods that stay together. */
  readonly meanLength: number;
  readonly resamples: number;
  readonly seed: number;
}

/** How often luck alone makes the best of the trials at least as good as it is. */
export interface SuperiorAbility {
  /** Hansen's consistent p-value: what to go by. */
  readonly consistent: Fraction;
  /** Bounds of it: trials that do badly are left out altogether, or count in full. */
  readonly lower: Fraction;
  readonly upper: Fraction;
  /** White's reality check: not scaled by risk, so that one wild trial can hide a good one. */
  readonly realityCheck: Fraction;
  /** The trial with the highest return for its risk. */
  readonly best: number;
}

/**
 * Tests whether the best of many trials beats doing nothing, given that it was chosen as the best: averages of all
 * trials are resampled together, moved to where none has any skill, and the best of each resample is compared with the
 * best that was found.
 *
 * @param trials returns in excess of what they are to beat
 * @throws RangeError without trials, or with fewer than ten periods
 * Source: Hansen (2005), A Test for Superior Predictive Ability, J. Business & Economic Statistics 23(4); White (2000),
 * A Reality Check for Data Snooping, Econometrica 68(5).
 */
export function superiorAbility(trials: TrialReturns, terms: BootstrapTerms): SuperiorAbility {
  const { periods } = trials;
  if (trials.trials < 1) throw new RangeError('there is no trial to test');
  if (periods < 10) throw new RangeError(`${periods} periods are too few to resample`);
  const means = new Float64Array(trials.trials);
  const errors = new Float64Array(trials.trials);
  for (let trial = 0; trial < trials.trials; trial++) {
    const returns = returnsOf(trials, trial);
    means[trial] = mean(returns);
    errors[trial] = standardError(returns, terms.meanLength);
  }
  const scores = means.map((value, trial) => (errors[trial] === 0 ? 0 : value / (errors[trial] as number)));
  const counts = resample(trials, means, errors, scores, terms);
  // What was found counts as one of the resamples: no number of them proves that luck can't do it.
  const p = (name: keyof Exceedances) => (counts[name] + 1) / (terms.resamples + 1);
  return {
    lower: p('lower'),
    consistent: p('consistent'),
    upper: p('upper'),
    realityCheck: p('realityCheck'),
    best: scores.indexOf(Math.max(...scores)),
  };
}

interface Exceedances {
  lower: number;
  consistent: number;
  upper: number;
  realityCheck: number;
}

/** In how many resamples the best trial without skill does at least as well as the best that was found. */
function resample(
  trials: TrialReturns,
  means: Float64Array,
  errors: Float64Array,
  scores: Float64Array,
  { meanLength, resamples, seed }: BootstrapTerms,
): Exceedances {
  const { periods } = trials;
  const random = mulberry32(seed);
  const drawn = new Int32Array(periods);
  const times = new Float64Array(periods);
  // A trial that is worse than this is hopeless: luck won't make it the best.
  const hopeless = -Math.sqrt(2 * Math.log(Math.log(periods)));
  const found = { score: Math.max(0, ...scores), mean: Math.max(...means) };
  const counts: Exceedances = { lower: 0, consistent: 0, upper: 0, realityCheck: 0 };
  for (let round = 0; round < resamples; round++) {
    drawPeriods(drawn, meanLength, random);
    times.fill(0);
    for (const period of drawn) times[period] = (times[period] as number) + 1;
    let [lower, consistent, upper, plain] = [0, 0, 0, Number.NEGATIVE_INFINITY];
    for (let trial = 0; trial < trials.trials; trial++) {
      const centre = means[trial] as number;
      const error = errors[trial] as number;
      const average = averageOf(trials.returns, trial * periods, times);
      plain = Math.max(plain, average - centre);
      if (error === 0) continue;
      lower = Math.max(lower, (average - Math.max(centre, 0)) / error);
      consistent = Math.max(consistent, (average - ((scores[trial] as number) >= hopeless ? centre : 0)) / error);
      upper = Math.max(upper, (average - centre) / error);
    }
    if (lower >= found.score) counts.lower++;
    if (consistent >= found.score) counts.consistent++;
    if (upper >= found.score) counts.upper++;
    if (plain >= found.mean) counts.realityCheck++;
  }
  return counts;
}

/** Of the periods from a place on, each counted as often as it was drawn. */
function averageOf(returns: Float64Array, from: number, times: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < times.length; t++) sum += (times[t] as number) * (returns[from + t] as number);
  return sum / times.length;
}

/**
 * Standard error of an average under the stationary bootstrap.
 *
 *   s² = (γ₀ + 2·Σ κᵢ·γᵢ) / T, κᵢ = (T − i)/T·(1 − q)ⁱ + i/T·(1 − q)^(T − i), q = 1 / mean length
 *
 * Source: Hansen (2005), as above, p. 372; Politis and Romano (1994), lemma 1.
 */
function standardError(returns: Float64Array, meanLength: number): number {
  const periods = returns.length;
  const centre = mean(returns);
  const going = 1 - 1 / meanLength;
  let sum = 0;
  for (let lag = 0; lag < periods; lag++) {
    const weight = ((periods - lag) / periods) * going ** lag + (lag / periods) * going ** (periods - lag);
    if (weight < 1e-12) continue;
    let covariance = 0;
    for (let t = lag; t < periods; t++) {
      covariance += ((returns[t] as number) - centre) * ((returns[t - lag] as number) - centre);
    }
    sum += (lag === 0 ? 1 : 2 * weight) * (covariance / periods);
  }
  const error = Math.sqrt(Math.max(0, sum) / periods);
  return error < 1e-15 + 1e-12 * Math.abs(centre) ? 0 : error;
}

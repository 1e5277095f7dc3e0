import type { Fraction } from './units.ts';

/** What a statistic says about whether a result is luck. */
export interface Verdict {
  /** Speaks for the result, leaves it open, or speaks against it. */
  readonly tone: 'for' | 'open' | 'against';
  /** One or two sentences that say no more than the statistic does. */
  readonly words: string;
}

/**
 * @param probability the deflated Sharpe ratio
 * @param trials of the strategy that were counted, this result among them
 */
export function deflatedSharpeVerdict(probability: Fraction, trials: number): Verdict {
  const among = trials === 1 ? 'a single trial' : `the best of ${trials} trials`;
  const words = `For ${among}, the probability that the true Sharpe ratio beats what luck alone would have brought is ${percent(probability)}.`;
  if (probability >= 0.95) return { tone: 'for', words };
  if (probability >= 0.5) return { tone: 'open', words: `${words} That is not enough to tell skill from luck.` };
  return { tone: 'against', words: `${words} Luck explains this result at least as well as skill.` };
}

/**
 * @param have years of the record
 * @param need years that a Sharpe ratio like this one takes to be believed above the target
 */
export function trackRecordVerdict(have: number, need: number, target: number, confidence: Fraction): Verdict {
  const aim = `a Sharpe ratio above ${target} with ${percent(confidence)} confidence`;
  if (need === Number.POSITIVE_INFINITY) {
    return { tone: 'against', words: `The Sharpe ratio isn't above ${target}: no length of record would show ${aim}.` };
  }
  const words = `It takes ${years(need)} of results like these to show ${aim}; there are ${years(have)}.`;
  return { tone: have >= need ? 'for' : 'open', words };
}

/**
 * @param have years of history
 * @param need years below which luck alone is expected to bring this Sharpe ratio
 */
export function backtestLengthVerdict(have: number, need: number, trials: number): Verdict {
  const words = `Trying ${trials} times on ${years(need)} of history, a Sharpe ratio like this one is what luck is expected to bring; there are ${years(have)}.`;
  return have > need
    ? { tone: 'open', words: `${words} The history is long enough not to expect it from luck alone.` }
    : { tone: 'against', words };
}

/**
 * @param probability of backtest overfitting
 * @param splits of history that were tried
 */
export function overfittingVerdict(probability: Fraction, splits: number): Verdict {
  const words = `In ${percent(probability)} of ${splits} splits of history, the parameters that were best in one half were no better than the median in the other.`;
  if (probability < 0.1) return { tone: 'for', words };
  if (probability < 0.4) return { tone: 'open', words };
  return { tone: 'against', words: `${words} Choosing by past results told little or nothing about the rest.` };
}

/** @param p Hansen's consistent p-value */
export function superiorAbilityVerdict(p: Fraction, trials: number): Verdict {
  const words = `If none of the ${trials} trials had any skill, the best would look at least this good in ${percent(p)} of histories like this one.`;
  if (p <= 0.05) return { tone: 'for', words };
  return p <= 0.3 ? { tone: 'open', words } : { tone: 'against', words };
}

/** @param haircut the part of the Sharpe ratio that choosing the best of many trials explains */
export function haircutVerdict(haircut: Fraction, trials: number): Verdict {
  const words = `Allowing for ${trials} trials takes ${percent(haircut)} off the Sharpe ratio.`;
  if (haircut <= 0.25) return { tone: 'for', words };
  return { tone: haircut < 0.75 ? 'open' : 'against', words };
}

/** Rounded so that what is not certain never reads as certain. */
function percent(fraction: Fraction): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return 'more than 99 %';
  return rounded === 0 && fraction > 0 ? 'less than 1 %' : `${rounded} %`;
}

function years(count: number): string {
  return `${count < 10 ? count.toFixed(1) : Math.round(count)} years`;
}

import { describe, expect, it } from 'vitest';
import { type BootstrapTerms, superiorAbility } from './superior-predictive-ability.ts';
import { noisyTrials } from './trial-returns.fixture.ts';

const terms: BootstrapTerms = { meanLength: 2, resamples: 300, seed: 9 };

/** The largest distance between the shares of values and a uniform distribution: Kolmogorov and Smirnov's. */
function distanceFromUniform(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((value, k) => Math.max((k + 1) / sorted.length - value, value - k / sorted.length)));
}

describe('superior predictive ability', () => {
  it('is uniform where no trial has skill', () => {
    const worlds = Array.from({ length: 80 }, (_, world) => superiorAbility(noisyTrials(8, 200, 50 + world), terms));
    const critical = 1.63 / Math.sqrt(80);
    expect(distanceFromUniform(worlds.map(({ upper }) => upper))).toBeLessThan(critical);
    expect(distanceFromUniform(worlds.map(({ consistent }) => consistent))).toBeLessThan(critical);
    expect(distanceFromUniform(worlds.map(({ realityCheck }) => realityCheck))).toBeLessThan(critical);
  });

  it('finds the trial with an edge', () => {
    const planted = noisyTrials(40, 400, 3, (trial) => (trial === 11 ? 0.003 : 0));
    const { best, lower, consistent, upper } = superiorAbility(planted, terms);
    expect(best).toBe(11);
    expect(upper).toBeLessThan(0.02);
    expect(lower).toBeLessThanOrEqual(consistent);
    expect(consistent).toBeLessThanOrEqual(upper);
  });

  it('isn’t blinded by one wild trial, as the reality check is', () => {
    const trials = noisyTrials(10, 400, 6, (trial) => (trial === 4 ? 0.002 : 0));
    for (let t = 0; t < 400; t++) trials.returns[t] = (trials.returns[t] as number) * 40;
    const { consistent, realityCheck } = superiorAbility(trials, terms);
    expect(consistent).toBeLessThan(0.02);
    expect(realityCheck).toBeGreaterThan(0.2);
  });

  it('doesn’t let hopeless trials hide a good one', () => {
    const hopeless = noisyTrials(60, 300, 8, (trial) => (trial === 0 ? 0.0016 : -0.004));
    const { consistent, upper } = superiorAbility(hopeless, terms);
    expect(consistent).toBeLessThan(upper / 3);
  });

  it('counts what was found among the resamples', () => {
    const sure = noisyTrials(2, 300, 8, () => 0.02);
    expect(superiorAbility(sure, terms).upper).toBe(1 / 301);
    expect(
      superiorAbility(
        noisyTrials(2, 300, 8, () => -0.02),
        terms,
      ).consistent,
    ).toBe(1);
  });

  it('has nothing to say for trials that did nothing', () => {
    const idle = superiorAbility({ trials: 2, periods: 20, returns: new Float64Array(40) }, terms);
    expect(idle).toMatchObject({ lower: 1, consistent: 1, upper: 1, realityCheck: 1 });
  });

  it('refuses too little', () => {
    expect(() => superiorAbility(noisyTrials(3, 9, 1), terms)).toThrow('9 periods');
    expect(() => superiorAbility({ trials: 0, periods: 20, returns: new Float64Array() }, terms)).toThrow('no trial');
  });
});

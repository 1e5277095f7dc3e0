import { describe, expect, it } from 'vitest';
import { backtestOverfitting } from './backtest-overfitting.ts';
import { noisyTrials } from './trial-returns.fixture.ts';

describe('probability of backtest overfitting', () => {
  it('tries every half of sixteen blocks', () => {
    expect(backtestOverfitting(noisyTrials(3, 64, 1)).logits).toHaveLength(12_870);
  });

  it('is about one half, averaged over worlds without skill', () => {
    let sum = 0;
    for (let world = 0; world < 60; world++) {
      sum += backtestOverfitting(noisyTrials(30, 400, 1_000 + world), 8).probability;
    }
    expect(sum / 60).toBeGreaterThan(0.42);
    expect(sum / 60).toBeLessThan(0.58);
  });

  it('is about zero where one trial has an edge', () => {
    const planted = noisyTrials(30, 800, 5, (trial) => (trial === 17 ? 0.003 : 0));
    const { probability, lossProbability } = backtestOverfitting(planted, 10);
    expect(probability).toBeLessThan(0.02);
    expect(lossProbability).toBeLessThan(0.05);
  });

  it('is certain where each trial is good in one half because it is bad in the other', () => {
    const returns = Float64Array.of(0.02, 0.01, -0.01, -0.02, -0.02, -0.01, 0.01, 0.02);
    const found = backtestOverfitting({ trials: 2, periods: 4, returns }, 2);
    expect(found.probability).toBe(1);
    expect(found.lossProbability).toBe(1);
    expect(found.logits[0]).toBeCloseTo(Math.log(0.5), 12);
    expect(found.logits[1]).toBeCloseTo(Math.log(0.5), 12);
    expect(found.chosen[0]).toBeCloseTo(0.015 / Math.sqrt(0.00005), 12);
    expect(found.unseen[0]).toBeCloseTo(-0.015 / Math.sqrt(0.00005), 12);
  });

  it('leaves out the oldest periods that fill no block', () => {
    const even = noisyTrials(4, 40, 3);
    const odd = { trials: 4, periods: 43, returns: new Float64Array(4 * 43) };
    for (let trial = 0; trial < 4; trial++) {
      odd.returns.set([9, -9, 9], trial * 43);
      odd.returns.set(even.returns.subarray(trial * 40, (trial + 1) * 40), trial * 43 + 3);
    }
    expect(backtestOverfitting(odd, 4)).toEqual(backtestOverfitting(even, 4));
  });

  it('ranks equals in the middle', () => {
    const same = { trials: 3, periods: 4, returns: Float64Array.from({ length: 12 }, (_, at) => (at % 2) / 100) };
    expect([...backtestOverfitting(same, 2).logits]).toEqual([0, 0]);
    const idle = backtestOverfitting({ trials: 3, periods: 4, returns: new Float64Array(12) }, 2);
    expect(idle.probability).toBe(1);
    expect([...idle.chosen]).toEqual([0, 0]);
  });

  it('refuses what can’t be halved', () => {
    expect(() => backtestOverfitting(noisyTrials(1, 64, 1))).toThrow('two trials');
    expect(() => backtestOverfitting(noisyTrials(2, 64, 1), 3)).toThrow('3 blocks');
    expect(() => backtestOverfitting(noisyTrials(2, 31, 1), 16)).toThrow('31 periods');
  });
});

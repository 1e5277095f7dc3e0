import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { averageDrawdown } from './average-drawdown.ts';

describe('average drawdown', () => {
  it('is the mean of the deepest points', () => {
    expect(averageDrawdown.compute(inputWith(Float64Array.of(100, 90, 80, 100, 60, 100)))).toBeCloseTo(-0.3, 12);
  });

  it('is undefined for a curve that never falls', () => {
    expect(averageDrawdown.compute(inputWith(Float64Array.of(100, 101)))).toBeNaN();
  });
});

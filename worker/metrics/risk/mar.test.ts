import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { mar } from './mar.ts';

describe('MAR ratio', () => {
  it('is calendar growth for each unit of drawdown', () => {
    const time = Float64Array.of(0, 365.25, 2 * 365.25).map((day) => day * 86_400_000);
    expect(mar.compute(inputWith(Float64Array.of(100, 80, 121), { time }))).toBeCloseTo(0.5, 12);
  });

  it('is undefined without a drawdown', () => {
    expect(mar.compute(inputWith(Float64Array.of(100, 101)))).toBeNaN();
  });
});

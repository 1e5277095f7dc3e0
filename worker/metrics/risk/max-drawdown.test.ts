import { describe, expect, it } from 'vitest';
import { inputWith, twentyReturns } from '../source.fixture.ts';
import { maxDrawdown } from './max-drawdown.ts';

describe('maximum drawdown', () => {
  it('is 2.3 % on the twenty returns', () => {
    expect(maxDrawdown.compute(twentyReturns())).toBeCloseTo(-0.022990900917759904, 12);
  });

  it('sees what happened inside the day', () => {
    const time = Float64Array.of(0, 1, 2, 3).map((hour) => hour * 3_600_000);
    expect(maxDrawdown.compute(inputWith(Float64Array.of(100, 60, 90, 100), { time }))).toBe(-0.4);
  });

  it('is 0 for a curve that never falls, undefined without bars', () => {
    expect(maxDrawdown.compute(inputWith(Float64Array.of(100, 100, 101)))).toBe(0);
    expect(maxDrawdown.compute(inputWith(Float64Array.of(), { initialCash: 100 }))).toBeNaN();
  });

  it('is −1 when everything is lost and below in debt', () => {
    expect(maxDrawdown.compute(inputWith(Float64Array.of(100, 0)))).toBe(-1);
    expect(maxDrawdown.compute(inputWith(Float64Array.of(100, -50)))).toBe(-1.5);
  });
});

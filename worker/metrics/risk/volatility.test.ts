import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { volatility } from './volatility.ts';

describe('volatility', () => {
  it('is 14 % on the twenty returns', () => {
    expect(volatility.compute(twentyReturns())).toBeCloseTo(0.140244786, 10);
  });

  it('is 0 when returns do not vary, undefined with fewer than two', () => {
    expect(volatility.compute(inputReturning(0.01, 0.01, 0.01))).toBe(0);
    expect(volatility.compute(inputReturning(0.01))).toBeNaN();
  });
});

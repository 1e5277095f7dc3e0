import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { kurtosis } from './kurtosis.ts';

describe('kurtosis', () => {
  it('is raw: 2.88 on the twenty returns', () => {
    expect(kurtosis.compute(twentyReturns())).toBeCloseTo(2.8849472365672795, 10);
  });

  it('is undefined when returns do not vary', () => {
    expect(kurtosis.compute(inputReturning(0.01, 0.01))).toBeNaN();
  });
});

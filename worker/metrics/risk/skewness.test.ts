import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { skewness } from './skewness.ts';

describe('skewness', () => {
  it('is −0.48 on the twenty returns', () => {
    expect(skewness.compute(twentyReturns())).toBeCloseTo(-0.47593349731268536, 10);
  });

  it('is undefined when returns do not vary', () => {
    expect(skewness.compute(inputReturning(0.01, 0.01))).toBeNaN();
  });
});

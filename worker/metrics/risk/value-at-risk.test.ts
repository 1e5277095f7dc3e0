import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { valueAtRisk } from './value-at-risk.ts';

describe('value at risk', () => {
  it('is −1.24 % on the twenty returns', () => {
    expect(valueAtRisk.compute(twentyReturns())).toBeCloseTo(-0.0124, 12);
  });

  it('is undefined without returns', () => {
    expect(valueAtRisk.compute(inputReturning())).toBeNaN();
  });
});

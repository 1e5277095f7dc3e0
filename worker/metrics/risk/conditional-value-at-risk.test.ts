import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { conditionalValueAtRisk } from './conditional-value-at-risk.ts';

describe('expected shortfall', () => {
  it('is −2 % on the twenty returns', () => {
    expect(conditionalValueAtRisk.compute(twentyReturns())).toBeCloseTo(-0.02, 12);
  });

  it('includes the value at risk itself', () => {
    expect(conditionalValueAtRisk.compute(inputReturning(0.5))).toBe(0.5);
  });

  it('is undefined without returns', () => {
    expect(conditionalValueAtRisk.compute(inputReturning())).toBeNaN();
  });
});

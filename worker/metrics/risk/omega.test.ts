import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { omega } from './omega.ts';

describe('omega ratio', () => {
  it('is 1.36 on the twenty returns', () => {
    expect(omega.compute(twentyReturns())).toBeCloseTo(1.3559322034, 10);
  });

  it('is undefined without a losing period, 0 without a winning one', () => {
    expect(omega.compute(inputReturning(0.01, 0))).toBeNaN();
    expect(omega.compute(inputReturning())).toBeNaN();
    expect(omega.compute(inputReturning(-0.01))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { calmar } from './calmar.ts';

describe('Calmar ratio', () => {
  it('is 12.64 on the twenty returns', () => {
    expect(calmar.compute(twentyReturns())).toBeCloseTo(12.6400362211, 9);
  });

  it('is undefined without a drawdown', () => {
    expect(calmar.compute(inputReturning(0.01, 0.01))).toBeNaN();
    expect(calmar.compute(inputReturning())).toBeNaN();
  });

  it('is −1 when everything is lost', () => {
    expect(calmar.compute(inputReturning(0.1, -1))).toBe(-1);
  });
});

import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { sortino } from './sortino.ts';

describe('Sortino ratio', () => {
  it('is 2.83 on the twenty returns', () => {
    expect(sortino.compute(twentyReturns())).toBeCloseTo(2.8275621856, 10);
  });

  it('is undefined without a losing period or without any', () => {
    expect(sortino.compute(inputReturning(0.01, 0.02))).toBeNaN();
    expect(sortino.compute(inputReturning())).toBeNaN();
  });

  it('is defined with one losing period', () => {
    expect(sortino.compute(inputReturning(-0.5))).toBeCloseTo(-Math.sqrt(252), 12);
  });
});

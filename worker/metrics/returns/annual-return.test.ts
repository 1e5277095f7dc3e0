import { describe, expect, it } from 'vitest';
import { inputReturning, inputWith, twentyReturns } from '../source.fixture.ts';
import { annualReturn } from './annual-return.ts';

describe('annual return', () => {
  it('is 29 % on the twenty returns', () => {
    expect(annualReturn.compute(twentyReturns())).toBeCloseTo(0.2906058204, 10);
    expect(annualReturn.convention).toBeTypeOf('function');
  });

  it('says how many periods a year has', () => {
    const { convention } = annualReturn;
    expect(typeof convention === 'string' ? convention : convention(twentyReturns())).toBe(
      'geometric, 252 periods a year',
    );
  });

  it('is −1 when everything is lost, and when more is', () => {
    expect(annualReturn.compute(inputReturning(0.1, -1))).toBe(-1);
    expect(annualReturn.compute(inputWith(Float64Array.of(100, -25)))).toBe(-1);
  });

  it('is undefined without returns', () => {
    expect(annualReturn.compute(inputReturning())).toBeNaN();
  });
});

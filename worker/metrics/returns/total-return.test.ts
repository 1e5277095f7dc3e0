import { describe, expect, it } from 'vitest';
import { inputWith, twentyReturns } from '../source.fixture.ts';
import { totalReturn } from './total-return.ts';

describe('total return', () => {
  it('is 2.05 % on the twenty returns', () => {
    expect(totalReturn.compute(twentyReturns())).toBeCloseTo(0.02045332332801797, 12);
  });

  it('goes to −1 and beyond when everything is lost', () => {
    expect(totalReturn.compute(inputWith(Float64Array.of(100, 0)))).toBe(-1);
    expect(totalReturn.compute(inputWith(Float64Array.of(100, -25)))).toBe(-1.25);
  });

  it('is undefined without bars', () => {
    expect(totalReturn.compute(inputWith(Float64Array.of(), { initialCash: 100 }))).toBeNaN();
  });
});

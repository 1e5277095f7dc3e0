import { describe, expect, it } from 'vitest';
import { inputReturning, twentyReturns } from '../source.fixture.ts';
import { tailRatio } from './tail-ratio.ts';

describe('tail ratio', () => {
  it('is 1.06 on the twenty returns', () => {
    expect(tailRatio.compute(twentyReturns())).toBeCloseTo(1.0564516129, 10);
  });

  it('is undefined without returns or without tails', () => {
    expect(tailRatio.compute(inputReturning())).toBeNaN();
    expect(tailRatio.compute(inputReturning(0, 0))).toBeNaN();
  });
});

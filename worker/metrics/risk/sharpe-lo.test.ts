import { describe, expect, it } from 'vitest';
import { inputReturning, TWENTY_RETURNS, twentyReturns } from '../source.fixture.ts';
import { sharpeLo } from './sharpe-lo.ts';

describe('Sharpe ratio, corrected for autocorrelation', () => {
  it('is the sum of the paper with ρ to the power of each lag', () => {
    const mean = TWENTY_RETURNS.reduce((sum, value) => sum + value, 0) / 20;
    const distances = TWENTY_RETURNS.map((value) => value - mean);
    const squares = distances.reduce((sum, value) => sum + value ** 2, 0);
    const rho = distances.reduce((sum, value, k) => sum + value * (distances[k - 1] ?? 0), 0) / squares;
    let weighted = 0;
    for (let lag = 1; lag < 252; lag++) weighted += (252 - lag) * rho ** lag;
    const expected = ((mean / Math.sqrt(squares / 19)) * 252) / Math.sqrt(252 + 2 * weighted);
    expect(sharpeLo.compute(twentyReturns())).toBeCloseTo(expected, 10);
  });

  it('is the plain ratio where returns do not follow each other', () => {
    const input = inputReturning(0.02, 0.01, -0.01, -0.02, 0.03, -0.015);
    const uncorrelated = { ...input, returns: Float64Array.of(2, 1, -1, 1, 2, 1) };
    const plain = (1 / Math.sqrt(6 / 5)) * Math.sqrt(252);
    expect(sharpeLo.compute(uncorrelated)).toBeCloseTo(plain, 10);
  });

  it('is lower where they follow each other, higher where they alternate', () => {
    const trending = inputReturning(0.03, 0.03, 0.03, 0.03, -0.01, -0.01, -0.01, -0.01);
    const alternating = inputReturning(0.03, -0.01, 0.03, -0.01, 0.03, -0.01, 0.03, -0.01);
    expect(sharpeLo.compute(trending)).toBeLessThan(sharpeLo.compute(alternating));
  });

  it('takes whole years of periods', () => {
    const input = { ...inputReturning(0.03, -0.01, 0.03, -0.01), periodsPerYear: 121.75 };
    expect(sharpeLo.compute(input)).toBeCloseTo(sharpeLo.compute({ ...input, periodsPerYear: 122 }), 12);
  });

  it('is undefined without variance', () => {
    expect(sharpeLo.compute(inputReturning(0.01, 0.01))).toBeNaN();
    expect(sharpeLo.compute(inputReturning())).toBeNaN();
  });
});

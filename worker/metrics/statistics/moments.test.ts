import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TWENTY_RETURNS } from '../source.fixture.ts';
import { mean, rawKurtosis, skewness, standardDeviation } from './moments.ts';

const returns = Float64Array.from(TWENTY_RETURNS);

describe('moments', () => {
  it('agree with numpy', () => {
    expect(mean(returns)).toBeCloseTo(0.00105, 15);
    expect(standardDeviation(returns, 1)).toBeCloseTo(0.1402447859993376 / Math.sqrt(252), 15);
    expect(standardDeviation(Float64Array.of(1, 3), 0)).toBe(1);
    expect(skewness(returns)).toBeCloseTo(-0.47593349731268536, 12);
    expect(rawKurtosis(returns)).toBeCloseTo(2.8849472365672795, 12);
  });

  it('are undefined where there are too few values', () => {
    expect(mean(Float64Array.of())).toBeNaN();
    expect(standardDeviation(Float64Array.of(), 0)).toBeNaN();
    expect(standardDeviation(Float64Array.of(1), 1)).toBeNaN();
  });

  it('see no variation where values differ by rounding alone', () => {
    expect(standardDeviation(new Float64Array(10).fill(0.1), 1)).toBe(0);
    expect(standardDeviation(Float64Array.of(1, 1 + Number.EPSILON), 1)).toBe(0);
    expect(standardDeviation(Float64Array.of(1e9, 1e9 + 1e-6), 1)).toBe(0);
    expect(standardDeviation(Float64Array.of(0, 1e-12), 1)).toBeGreaterThan(0);
    expect(skewness(Float64Array.of(2, 2))).toBeNaN();
    expect(rawKurtosis(Float64Array.of(2, 2))).toBeNaN();
  });

  it('never have a raw kurtosis below 1 + skewness²', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 50 });
    fc.assert(
      fc.property(values, (list) => {
        const sample = Float64Array.from(list, (value) => Math.round(value * 1e6) / 1e6);
        if (standardDeviation(sample, 0) === 0) return;
        expect(rawKurtosis(sample)).toBeGreaterThanOrEqual(1 + skewness(sample) ** 2 - 1e-6);
      }),
    );
  });
});

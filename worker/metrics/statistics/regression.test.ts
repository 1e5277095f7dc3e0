import { describe, expect, it } from 'vitest';
import { regression } from './regression.ts';

describe('regression', () => {
  it('finds the line through points that lie on one', () => {
    const line = regression(Float64Array.of(1, 2, 4), Float64Array.of(5, 7, 11));
    expect(line.slope).toBeCloseTo(2, 12);
    expect(line.intercept).toBeCloseTo(3, 12);
    expect(line.rSquared).toBeCloseTo(1, 12);
  });

  it('explains a part of points that scatter', () => {
    const line = regression(Float64Array.of(0, 1, 2, 3), Float64Array.of(1, 0, 3, 2));
    expect(line.slope).toBeCloseTo(0.6, 12);
    expect(line.intercept).toBeCloseTo(0.6, 12);
    expect(line.rSquared).toBeCloseTo(0.36, 12);
  });

  it('leaves out what has no partner', () => {
    expect(regression(Float64Array.of(1, 2), Float64Array.of(1, 3, 100)).slope).toBeCloseTo(2, 12);
  });

  it('is undefined where x stands still, and explains nothing where y does', () => {
    expect(regression(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3))).toEqual({
      slope: Number.NaN,
      intercept: Number.NaN,
      rSquared: Number.NaN,
    });
    expect(regression(Float64Array.of(1, 2), Float64Array.of(5, 5))).toMatchObject({ slope: 0, rSquared: Number.NaN });
    expect(regression(Float64Array.of(), Float64Array.of()).slope).toBeNaN();
  });
});

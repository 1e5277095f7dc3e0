import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantile', () => {
  it('lies on the line between neighbours', () => {
    const values = Float64Array.of(4, 1, 3, 2);
    expect(quantile(values, 0)).toBe(1);
    expect(quantile(values, 0.5)).toBe(2.5);
    expect(quantile(values, 0.25)).toBe(1.75);
    expect(quantile(values, 1)).toBe(4);
  });

  it('leaves the values in their order', () => {
    const values = Float64Array.of(2, 1);
    quantile(values, 0.5);
    expect([...values]).toEqual([2, 1]);
  });

  it('is undefined of nothing and the value itself of one', () => {
    expect(quantile(Float64Array.of(), 0.5)).toBeNaN();
    expect(quantile(Float64Array.of(7), 0.05)).toBe(7);
  });
});

import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { cagr } from './cagr.ts';

describe('CAGR', () => {
  const DAY = 86_400_000;

  it('counts calendar years of 365.25 days', () => {
    const time = Float64Array.of(0, 2 * 365.25 * DAY);
    expect(cagr.compute(inputWith(Float64Array.of(100, 121), { time }))).toBeCloseTo(0.1, 12);
  });

  it('is −1 when everything or more is lost', () => {
    expect(cagr.compute(inputWith(Float64Array.of(100, 0)))).toBe(-1);
    expect(cagr.compute(inputWith(Float64Array.of(100, -25)))).toBe(-1);
  });

  it('is undefined when no time passed', () => {
    expect(cagr.compute(inputWith(Float64Array.of(100)))).toBeNaN();
    expect(cagr.compute(inputWith(Float64Array.of(), { initialCash: 100 }))).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import { inputWith, twentyReturns } from '../source.fixture.ts';
import { ulcerIndex } from './ulcer-index.ts';

describe('ulcer index', () => {
  it('is the root mean square of drawdowns', () => {
    expect(ulcerIndex.compute(inputWith(Float64Array.of(100, 90, 120, 60)))).toBeCloseTo(Math.sqrt(0.26 / 4), 12);
    expect(ulcerIndex.compute(twentyReturns())).toBeCloseTo(0.007491615216267673, 12);
  });

  it('is 0 for a curve that never falls, undefined without bars', () => {
    expect(ulcerIndex.compute(inputWith(Float64Array.of(100, 101)))).toBe(0);
    expect(ulcerIndex.compute(inputWith(Float64Array.of(), { initialCash: 1 }))).toBeNaN();
  });
});

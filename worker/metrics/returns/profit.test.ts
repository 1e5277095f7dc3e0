import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { profit } from './profit.ts';

describe('profit', () => {
  it('is final equity less the capital', () => {
    expect(profit.compute(inputWith(Float64Array.of(100, 90, 130)))).toBe(30);
  });

  it('is undefined without bars', () => {
    expect(profit.compute(inputWith(Float64Array.of(), { initialCash: 100 }))).toBeNaN();
  });
});

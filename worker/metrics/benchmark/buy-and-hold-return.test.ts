import { describe, expect, it } from 'vitest';
import { inputWith } from '../source.fixture.ts';
import { buyAndHoldReturn } from './buy-and-hold-return.ts';

describe('buy-and-hold return', () => {
  it('is what the capital became', () => {
    const buyAndHold = Float64Array.of(100, 90, 125);
    expect(buyAndHoldReturn.compute(inputWith(Float64Array.of(100, 100, 100), { buyAndHold }))).toBe(0.25);
  });

  it('is undefined without bars', () => {
    expect(buyAndHoldReturn.compute(inputWith(Float64Array.of(), { initialCash: 100 }))).toBeNaN();
  });
});

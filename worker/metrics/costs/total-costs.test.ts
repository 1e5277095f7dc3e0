import { describe, expect, it } from 'vitest';
import { fillsOf, inputWith } from '../source.fixture.ts';
import { totalCosts } from './total-costs.ts';

describe('total costs', () => {
  it('adds commission, half spread and slippage', () => {
    const fill = { symbol: 0, qty: 5, price: 10, spread: 0.5, slippage: 1, commission: 2 };
    expect(totalCosts.compute(inputWith(Float64Array.of(100), { fills: fillsOf([fill]) }))).toBe(2 + 2.5 + 5);
    expect(totalCosts.compute(inputWith(Float64Array.of(100)))).toBe(0);
  });
});

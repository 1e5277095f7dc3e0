import { describe, expect, it } from 'vitest';
import { fillsOf, inputWith } from '../source.fixture.ts';
import { commissionPaid } from './commission-paid.ts';

describe('commission paid', () => {
  it('is the sum over all fills', () => {
    const fill = { symbol: 0, qty: 5, price: 10, spread: 1, slippage: 1, commission: 2.5 };
    expect(commissionPaid.compute(inputWith(Float64Array.of(100), { fills: fillsOf([fill, fill]) }))).toBe(5);
    expect(commissionPaid.compute(inputWith(Float64Array.of(100)))).toBe(0);
  });
});

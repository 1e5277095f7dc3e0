import { describe, expect, it } from 'vitest';
import { fillsOf, inputWith } from '../source.fixture.ts';
import { turnover } from './turnover.ts';

describe('turnover', () => {
  const fill = { symbol: 0, qty: 5, price: 10, spread: 0, slippage: 0, commission: 0 };
  const time = Float64Array.of(0, 365.25 * 86_400_000 * 2);
  const equity = Float64Array.of(100, 300);

  it('counts buying and selling everything once', () => {
    const fills = fillsOf([fill, { ...fill, symbol: 1, price: -20 }]);
    const input = inputWith(equity, { time, fills, multipliers: [1, 3] });
    expect(turnover.compute(input)).toBeCloseTo((50 + 300) / 2 / 200 / 2, 12);
  });

  it('counts in the account’s currency', () => {
    const fills = fillsOf([{ ...fill, rate: 2 }]);
    expect(turnover.compute(inputWith(equity, { time, fills, multipliers: [1] }))).toBeCloseTo(100 / 2 / 200 / 2, 12);
  });

  it('is 0 without fills', () => {
    expect(turnover.compute(inputWith(equity, { time }))).toBe(0);
  });

  it('is undefined when no time passed or there was no capital on average', () => {
    expect(turnover.compute(inputWith(Float64Array.of(100)))).toBeNaN();
    expect(turnover.compute(inputWith(Float64Array.of(100, -100), { time, fills: fillsOf([fill]) }))).toBeNaN();
  });
});

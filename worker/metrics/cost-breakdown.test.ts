import { describe, expect, it } from 'vitest';
import { costBreakdown } from './cost-breakdown.ts';
import { fillsOf } from './source.fixture.ts';

const fills = fillsOf([
  { symbol: 0, qty: 10, price: 100, spread: 0.1, slippage: 0.2, commission: 5 },
  { symbol: 1, qty: 2, price: 50, spread: 0.5, slippage: 0, commission: 1 },
]);

describe('cost breakdown', () => {
  it('adds up money: units × points × multiplier', () => {
    const costs = costBreakdown(fills, [1, 50], 141);
    expect(costs).toEqual({ commission: 6, spread: 51, slippage: 2, shareOfGrossProfit: 59 / 200 });
  });

  it('is in the account’s currency', () => {
    const euros = fillsOf([{ symbol: 0, qty: 10, price: 100, spread: 0.1, slippage: 0.2, commission: 5, rate: 1.5 }]);
    expect(costBreakdown(euros, [1], 0)).toMatchObject({ commission: 7.5, spread: 1.5, slippage: 3 });
  });

  it('is no share of a profit that was not there before costs', () => {
    expect(costBreakdown(fills, [1, 50], -59).shareOfGrossProfit).toBeNaN();
    expect(costBreakdown(fills, [1, 50], -58).shareOfGrossProfit).toBe(59);
  });

  it('is nothing without fills', () => {
    expect(costBreakdown(fillsOf([]), [], 10)).toEqual({
      commission: 0,
      spread: 0,
      slippage: 0,
      shareOfGrossProfit: 0,
    });
  });
});

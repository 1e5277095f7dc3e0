import { describe, expect, test } from 'vitest';
import { type CostsSpec, NO_COSTS, type SlippageSpec } from '#shared/domain/costs.ts';
import { conditions } from './market-conditions.fixture.ts';
import { needsVolatility, priceToTake } from './price-to-take.ts';

const COSTS: CostsSpec = {
  ...NO_COSTS,
  spread: { model: 'series' },
  slippage: { model: 'volume-share', priceImpact: 0.1 },
};

describe('the price to take', () => {
  const market = conditions({ volume: 10_000, quotedSpread: 1 });

  test.each([
    [1, 100, 101.5],
    [-1, 100, 98.5],
    [1, 400, 102.5],
  ] as const)('depends on the side (%d), the size (%d) and the market', (direction, qty, price) => {
    const quote = priceToTake(COSTS)(100, direction, qty, market);
    expect(quote.price).toBeCloseTo(price, 12);
    expect(quote).toEqual({
      reference: 100,
      spread: 0.5,
      slippage: expect.closeTo(price * direction - 100 * direction - 0.5, 12),
      price: quote.price,
    });
  });

  test('is the reference where nothing is charged', () => {
    expect(priceToTake(NO_COSTS)(100, 1, 7, conditions())).toEqual({
      reference: 100,
      spread: 0,
      slippage: 0,
      price: 100,
    });
  });

  test('is zero where a seller’s costs are more than the price', () => {
    const tiny = conditions({ volume: 1, quotedSpread: 1.98 });
    expect(priceToTake(COSTS)(1, -1, 5, tiny)).toEqual({ reference: 1, spread: 0.99, slippage: 1 - 0.99, price: 0 });
    tiny.quotedSpread = 4;
    expect(priceToTake(COSTS)(1, -1, 5, tiny)).toEqual({ reference: 1, spread: 1, slippage: 0, price: 0 });
  });
});

test.each<[SlippageSpec, boolean]>([
  [{ model: 'none' }, false],
  [{ model: 'percent', fraction: 0.5 }, false],
  [{ model: 'ticks', ticks: 2 }, false],
  [{ model: 'volume-share', priceImpact: 0.1 }, false],
  [{ model: 'volatility', fraction: 0.1 }, true],
])('%j needs the usual range: %s', (slippage, needs) => {
  expect(needsVolatility({ ...NO_COSTS, slippage })).toBe(needs);
});

import { describe, expect, test } from 'vitest';
import { conditions } from './market-conditions.fixture.ts';
import { slippageModel } from './slippage.ts';

const market = conditions({ tickSize: 0.25, volume: 10_000, volatility: 4 });

test.each([
  [{ model: 'none' }, 50, 0],
  [{ model: 'percent', fraction: 0.02 }, 50, 1],
  [{ model: 'percent', fraction: 0.02 }, -50, 1],
  [{ model: 'ticks', ticks: 3 }, 50, 0.75],
  [{ model: 'volume-share', priceImpact: 0.1 }, 50, 0.5],
  [{ model: 'volume-share', priceImpact: 0.1 }, -50, 0.5],
  [{ model: 'volatility', fraction: 0.05 }, 50, 0.2],
] as const)('%j at %d: 100 units of 10,000, in steps of 0.25, with a usual range of 4', (spec, reference, slippage) => {
  expect(slippageModel(spec)(reference, 100, market)).toBeCloseTo(slippage, 15);
});

describe('impact on the price', () => {
  const impact = slippageModel({ model: 'volume-share', priceImpact: 0.1 });

  test('doubles with four times the size', () => {
    expect(impact(50, 400, market)).toBeCloseTo(2 * impact(50, 100, market), 15);
  });

  test('is whole where the fill is all the volume or more, or none is known', () => {
    expect(impact(50, 10_000, market)).toBe(5);
    expect(impact(50, 20_000, market)).toBe(5);
    expect(impact(50, 1, conditions({ volume: 0 }))).toBe(5);
    expect(impact(50, 1, conditions())).toBe(5);
  });

  test('counts no more of the volume than its limit', () => {
    const limited = slippageModel({ model: 'volume-share', priceImpact: 0.1, volumeLimit: 0.0225 });
    expect(limited(50, 100, market)).toBe(impact(50, 100, market));
    for (const qty of [225, 226, 9_000]) expect(limited(50, qty, market)).toBeCloseTo(0.75, 15);
    expect(limited(50, 1, conditions())).toBeCloseTo(0.75, 15);
  });

  test('is what its documentation compares with Zipline', () => {
    const volumeLimit = 0.025;
    const model = slippageModel({ model: 'volume-share', priceImpact: 0.1, volumeLimit });
    expect(model(100, 250, market)).toBeCloseTo(1.58, 2);
    expect(100 * 0.1 * volumeLimit ** 2).toBeCloseTo(0.006, 3);
  });
});

test('a usual range that is not known yet costs nothing', () => {
  expect(slippageModel({ model: 'volatility', fraction: 0.05 })(50, 100, conditions())).toBe(0);
});

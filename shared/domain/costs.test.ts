import { describe, expect, test } from 'vitest';
import { commissionSchema, costsSchema, NO_COSTS, slippageSchema, spreadSchema } from './costs.ts';

describe('costs', () => {
  test.each([
    NO_COSTS,
    {
      commission: { model: 'per-share', perUnit: 0.005, minimum: 1, maximumFraction: 0.01 },
      spread: { model: 'series' },
      slippage: { model: 'volume-share', priceImpact: 0.1, volumeLimit: 0.025 },
    },
    {
      commission: {
        model: 'tiered',
        tiers: [
          { upTo: 10_000, fraction: 0.001 },
          { upTo: null, fraction: 0.0005 },
        ],
        minimum: 1,
        maximum: 1,
      },
      spread: { model: 'fixed', points: 0.5 },
      slippage: { model: 'volatility', fraction: 10 },
    },
    {
      commission: { model: 'maker-taker', maker: -0.01, taker: 0.5 },
      spread: { model: 'percent', fraction: 0.5 },
      slippage: { model: 'volume-share', priceImpact: 0, volumeLimit: 1 },
    },
  ])('are kept as they are written: %j', (costs) => {
    expect(costsSchema.parse(costs)).toEqual(costs);
  });
});

describe('what no broker charges is refused, with the reason', () => {
  const tier = (upTo: number | null) => ({ upTo, fraction: 0.001 });
  const tiered = (tiers: unknown[], limits = {}) => ({ model: 'tiered', tiers, ...limits });
  const LADDER = 'each tier ends above the one before it, and the last one alone has no end';

  test.each([
    [{ model: 'percent', fraction: 0.51 }, 'a percentage is at most 50%'],
    [{ model: 'percent', fraction: -0.01 }, 'a percentage is 0% or more'],
    [{ model: 'fixed', amount: -1 }, 'an amount of money is 0 or more'],
    [{ model: 'per-share', perUnit: -1 }, 'an amount of money is 0 or more'],
    [{ model: 'per-share', perUnit: 1, minimum: -1 }, 'an amount of money is 0 or more'],
    [{ model: 'per-share', perUnit: 1, maximumFraction: 0.6 }, 'a percentage is at most 50%'],
    [tiered([]), 'there is no tier'],
    [tiered(Array.from({ length: 21 }, (_, i) => tier(i === 20 ? null : i + 1))), 'there are at most 20 tiers'],
    [tiered([tier(0), tier(null)]), 'a tier ends above 0'],
    [tiered([tier(5)]), LADDER],
    [tiered([tier(null), tier(null)]), LADDER],
    [tiered([tier(5), tier(5), tier(null)]), LADDER],
    [tiered([tier(5), tier(4), tier(null)]), LADDER],
    [tiered([tier(null)], { minimum: 2, maximum: 1 }), 'the minimum lies above the maximum'],
    [{ model: 'maker-taker', maker: -0.011, taker: 0 }, 'a rebate is at most 1%'],
    [{ model: 'maker-taker', maker: 0.51, taker: 0 }, 'a percentage is at most 50%'],
    [{ model: 'maker-taker', maker: 0, taker: -0.001 }, 'a percentage is 0% or more'],
  ])('commission %j', (spec, problem) => {
    expect(commissionSchema.safeParse(spec).error?.issues.map(({ message }) => message)).toContain(problem);
  });

  test('spread', () => {
    const { error } = spreadSchema.safeParse({ model: 'fixed', points: -1 });
    expect(error?.issues[0]?.message).toBe('a spread is 0 points or more');
  });

  test.each([
    [{ model: 'ticks', ticks: -1 }, 'slippage is 0 ticks or more'],
    [{ model: 'volume-share', priceImpact: 0.6 }, 'a percentage is at most 50%'],
    [{ model: 'volume-share', priceImpact: 0.1, volumeLimit: 0 }, 'a share of the volume is more than 0%'],
    [{ model: 'volume-share', priceImpact: 0.1, volumeLimit: 1.1 }, 'a share of the volume is at most 100%'],
    [{ model: 'volatility', fraction: -0.1 }, 'a percentage is 0% or more'],
    [{ model: 'volatility', fraction: 10.1 }, 'slippage is at most 1000% of the usual range'],
  ])('slippage %j', (spec, problem) => {
    expect(slippageSchema.safeParse(spec).error?.issues[0]?.message).toBe(problem);
  });
});

import { describe, expect, test } from 'vitest';
import { type Acts, FLAT, fillsOf, played, rulesOf } from './scenario.fixture.ts';

const COSTS = {
  costs: {
    commission: { model: 'maker-taker', maker: -0.01, taker: 0.02 },
    spread: { model: 'fixed', points: 2 },
  },
  account: { closeAtEnd: false, leverage: 2 },
} as const;

/** Units, price, rule and commission (as a fraction of the value) of the fills. */
function charged(quotes: Parameters<typeof played>[0], acts: Acts, options: Parameters<typeof played>[2] = COSTS) {
  const run = played(quotes, acts, options);
  return fillsOf(run).map(([, units, price], row) => {
    const fraction = (run.fills.commission[row] as number) / (Math.abs(units) * price);
    return [units, price, rulesOf(run)[row], Math.round(fraction * 1e6) / 1e6];
  });
}

describe('the taker commission', () => {
  test('is paid by a limit that its first open is beyond already, at the open and without spread', () => {
    expect(charged([FLAT, FLAT], { 0: ({ order }) => order.buy({ size: 1, limit: 1e6 }) })).toEqual([
      [1, 100, 'limit-gap', 0.02],
    ]);
  });

  test('counts when units are worked out', () => {
    const acts: Acts = { 0: ({ order }) => order.buy({ size: order.percentOfEquity(51), limit: 1e6 }) };
    expect(charged([FLAT, FLAT], acts)[0]?.[0]).toBeCloseTo(50, 9);
  });

  test('is not paid by a limit that had rested before the price jumped over it', () => {
    const acts: Acts = { 0: ({ order }) => order.buy({ size: 1, limit: 98 }) };
    expect(charged([FLAT, FLAT, [97, 97, 97, 97]], acts)).toEqual([[1, 97, 'limit-gap', -0.01]]);
    expect(charged([FLAT, [100, 100, 97, 99]], acts)).toEqual([[1, 98, 'limit-touch', -0.01]]);
  });

  test('is paid by a limit that was moved beyond the market', () => {
    let ticket: { modify(change: { limit: number }): void } | undefined;
    const acts: Acts = {
      0: ({ order }) => {
        ticket = order.buy({ size: 1, limit: 90 });
      },
      1: () => ticket?.modify({ limit: 110 }),
    };
    expect(charged([FLAT, FLAT, FLAT], acts)).toEqual([[1, 100, 'limit-gap', 0.02]]);
  });

  test.each([
    ['its limit is beyond its stop', 105, [100, 104, 99, 103], 103, 0.02],
    ['its limit is its stop', 103, [100, 104, 99, 103], 103, 0.02],
    ['the open is beyond its stop, not its limit', 105, [104, 104, 104, 104], 104, 0.02],
    ['the price must come back to its limit', 102, [100, 104, 99, 101], 102, -0.01],
    ['the open is beyond both, and the price comes back', 103, [105, 105, 102, 102], 103, -0.01],
  ] as const)('of a stop-limit order: %s', (_, limit, bar, price, fraction) => {
    const acts: Acts = { 0: ({ order }) => order.buy({ size: 1, stop: 103, limit }) };
    expect(charged([FLAT, FLAT, bar], acts).map(([, at, , paid]) => [at, paid])).toEqual([[price, fraction]]);
  });

  test('is not paid by the rest that waits for the next bar', () => {
    const options = { ...COSTS, account: { ...COSTS.account, participation: 0.01 } };
    const acts: Acts = { 0: ({ order }) => order.buy({ size: 15, limit: 110 }) };
    expect(charged([FLAT, FLAT, FLAT], acts, options)).toEqual([
      [10, 100, 'limit-gap', 0.02],
      [5, 100, 'limit-gap', -0.01],
    ]);
    const stopLimit: Acts = { 0: ({ order }) => order.buy({ size: 15, stop: 100, limit: 110 }) };
    expect(charged([FLAT, FLAT, FLAT], stopLimit, options).map(([, , , paid]) => paid)).toEqual([0.02, -0.01]);
  });
});

import { describe, expect, test } from 'vitest';
import { MATCHINGS, type Matching } from '#shared/domain/account.ts';
import { type Acts, played, still, tradesOf } from './scenario.fixture.ts';

/** Ten bought at 100, thirty at 110, then fifteen sold at 120 and the rest at 130. */
function matched(matching: Matching, options: Parameters<typeof played>[2] = {}) {
  const acts: Acts = {
    0: ({ order }) => order.buy({ size: 10 }),
    1: ({ order }) => order.buy({ size: 30 }),
    2: ({ order }) => order.sell({ size: 15 }),
  };
  return played([100, 100, 110, 120, 130].map(still), acts, { account: { matching, leverage: 2 }, ...options });
}
const pieces = (matching: Matching) => tradesOf(matched(matching)).map(([qty, entry, exit]) => [qty, entry, exit]);

describe('units are closed', () => {
  test('first in, first out', () => {
    expect(pieces('fifo')).toEqual([
      [10, 100, 120],
      [5, 110, 120],
      [25, 110, 130],
    ]);
  });

  test('last in, first out', () => {
    expect(pieces('lifo')).toEqual([
      [15, 110, 120],
      [15, 110, 130],
      [10, 100, 130],
    ]);
  });

  test('at the average price of all that is held, the oldest first', () => {
    expect(pieces('average')).toEqual([
      [10, 107.5, 120],
      [5, 107.5, 120],
      [25, 107.5, 130],
    ]);
  });

  test('and make the same in all', () => {
    const costs = { commission: { model: 'per-share', perUnit: 0.1, minimum: 2 } } as const;
    const runs = MATCHINGS.map((matching) => matched(matching, { costs, account: { matching } }));
    for (const run of runs) {
      expect([...run.equity]).toEqual([...(runs[0]?.equity ?? [])]);
      const pnl = run.trades.pnl.reduce((sum, one) => sum + one, 0);
      expect(pnl).toBeCloseTo((run.equity.at(-1) ?? 0) - 10_000, 9);
    }
  });
});

describe('the average price', () => {
  test('is what the strategy sees, and stays when a part is closed', () => {
    const seen: number[] = [];
    played(
      [100, 100, 110, 120, 130].map(still),
      {
        0: ({ order }) => order.buy({ size: 10 }),
        1: ({ order }) => order.buy({ size: 10 }),
        2: ({ order, position }) => {
          seen.push(position.entryPrice);
          order.sell({ size: 5 });
        },
        3: ({ order, position }) => {
          seen.push(position.entryPrice);
          order.buy({ size: 15 });
        },
        4: ({ position }) => seen.push(position.entryPrice, position.entries),
      },
      { account: { matching: 'average' } },
    );
    expect(seen).toEqual([105, 105, 117.5, 3]);
  });

  test('is that of each side where long and short are held beside each other', () => {
    const run = played(
      [100, 100, 110, 120, 120].map(still),
      {
        0: ({ order }) => order.sell({ size: 10 }),
        1: ({ order }) => order.buy({ size: 10 }),
        2: ({ order }) => order.buy({ size: 10 }),
      },
      { account: { matching: 'average', hedging: true } },
    );
    expect(tradesOf(run).map(([qty, entry]) => [qty, entry])).toEqual([
      [10, 100],
      [10, 115],
      [10, 115],
    ]);
  });

  test('is not where the distances of a bracket start', () => {
    const run = played(
      [100, 100, 120, 120].map(still),
      {
        0: ({ order }) => order.buy({ size: 10 }),
        1: ({ order }) => order.buy({ size: 10, stopLoss: order.pointsAway(15) }),
      },
      { account: { matching: 'average' } },
    );
    expect(run.orders.stop[2]).toBe(105);
  });
});

import { describe, expect, test } from 'vitest';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { type Acts, endsOf, FLAT, fillsOf, played, still, tradesOf } from './scenario.fixture.ts';

const HEDGING: RunOptions = { account: { hedging: true, leverage: 2, closeAtEnd: false } };
/** Ten long from 100 and four short from 110. */
const BOTH: Acts = {
  0: ({ order }) => order.buy({ id: 'long', size: 10 }),
  1: ({ order }) => order.sell({ id: 'short', size: 4 }),
};
const RISE = [100, 100, 110, 120, 120].map(still);

describe('long and short beside each other', () => {
  test('close nothing of each other', () => {
    const seen: unknown[] = [];
    const acts: Acts = { ...BOTH, 3: ({ position }) => seen.push(position.size, position.isOpen, position.entries) };
    const run = played(RISE, acts, HEDGING);
    expect(run.trades.qty).toHaveLength(2);
    expect(seen).toEqual([6, true, 2]);
    expect([...run.equity]).toEqual([10_000, 10_000, 10_100, 10_160, 10_160]);
  });

  test('are open where they cancel each other out', () => {
    const seen: unknown[] = [];
    const run = played(
      RISE,
      {
        0: ({ order }) => {
          order.buy({ size: 10 });
          order.sell({ size: 10 });
        },
        2: ({ position }) => {
          seen.push(position.size, position.isOpen);
          position.close();
        },
        3: ({ position }) => seen.push(position.isOpen),
      },
      HEDGING,
    );
    expect(seen).toEqual([0, true, false]);
    expect(tradesOf(run).map(([qty, , exit, pnl]) => [qty, exit, pnl])).toEqual([
      [10, 120, 200],
      [10, 120, -200],
    ]);
  });

  test('are closed by the name of their entries, each its own', () => {
    const acts: Acts = { ...BOTH, 2: ({ position }) => position.close({ entry: 'short' }) };
    const run = played(RISE, acts, HEDGING);
    expect(fillsOf(run)[2]).toEqual([3, 4, 120]);
    expect(tradesOf(run)[0]).toEqual([4, 110, 120, -40, 'signal']);
  });

  test('count in full against what equity bears', () => {
    const run = played(
      [FLAT, FLAT, FLAT],
      {
        0: ({ order }) => {
          order.buy({ size: 100 });
          order.sell({ size: 101 });
          order.sell({ size: 100 });
        },
      },
      HEDGING,
    );
    expect(endsOf(run).map(([status]) => status)).toEqual(['filled', 'rejected', 'filled']);
  });

  test('have protection of their own', () => {
    const run = played(
      [FLAT, FLAT, [100, 111, 94, 100], FLAT],
      {
        0: ({ order }) => {
          order.buy({ size: 10, stopLoss: 95 });
          order.sell({ size: 4, stopLoss: 110 });
        },
      },
      HEDGING,
    );
    expect(fillsOf(run).slice(2)).toEqual([
      [2, -10, 95],
      [2, 4, 110],
    ]);
    expect(endsOf(run).map(([status, filled]) => [status, filled])).toEqual([
      ['filled', 10],
      ['filled', 4],
      ['filled', 10],
      ['filled', 4],
    ]);
  });

  test.each([
    ['stopLoss', 105, -10],
    ['takeProfit', 105, 4],
    ['stopLoss', 115, 4],
    ['takeProfit', 115, -10],
  ] as const)('are protected by a %s of %d on the side where it is one', (leg, level, units) => {
    const acts: Acts = { ...BOTH, 2: ({ position }) => position.protect({ [leg]: level }) };
    const run = played([...RISE.slice(0, 3), [110, 116, 104, 110]], acts, HEDGING);
    expect(fillsOf(run).slice(2)).toEqual([[3, units, level]]);
  });

  test('are closed, not added to, by orders that only reduce', () => {
    const acts: Acts = {
      ...BOTH,
      2: ({ order }) => {
        order.sell({ size: 20, reduceOnly: true, stopLoss: 200 });
        order.buy({ size: 3, reduceOnly: true });
      },
    };
    const run = played(RISE, acts, HEDGING);
    expect(fillsOf(run).slice(2)).toEqual([
      [3, -10, 120],
      [3, 3, 120],
    ]);
    expect(tradesOf(run).map(([qty, entry, , , reason]) => [qty, entry, reason])).toEqual([
      [10, 100, 'signal'],
      [3, 110, 'signal'],
      [1, 110, 'end-of-data'],
    ]);
    expect(endsOf(run)).toHaveLength(4);
  });

  test('are too little to reduce by an order in percent', () => {
    const acts: Acts = { ...BOTH, 2: ({ order }) => order.sell({ size: order.cash(600), reduceOnly: true }) };
    expect(fillsOf(played(RISE, acts, HEDGING))[2]).toEqual([3, -5, 120]);
  });

  test('are closed by an order that reverses, which opens the rest', () => {
    const acts: Acts = { ...BOTH, 2: ({ order }) => order.sell({ size: 150, reverse: true }) };
    const run = played(RISE, acts, HEDGING);
    // 154 · 120 is within twice the equity; with the ten long, which are closed, and ten more short it wouldn't be.
    expect(fillsOf(run).slice(2)).toEqual([
      [3, -10, 120],
      [3, -150, 120],
    ]);
    expect(tradesOf(run)[0]).toEqual([10, 100, 120, 200, 'reversal']);
  });

  test('are closed by an exit on their own side only', () => {
    const acts: Acts = { ...BOTH, 2: ({ order }) => order.exit({ takeProfit: 115 }) };
    const run = played(RISE, acts, HEDGING);
    expect(fillsOf(run)[2]).toEqual([3, -10, 120]);
    expect(run.equity[3]).toBe(10_160);
    expect(run.equity[4]).toBe(10_160);
  });

  test('are closed before the rest opens where the volume allows a part only', () => {
    const acts: Acts = { ...BOTH, 2: ({ order }) => order.sell({ size: 5, reverse: true, stopLoss: 130 }) };
    const run = played([...RISE, still(120)], acts, { account: { ...HEDGING.account, participation: 0.012 } });
    expect(fillsOf(run).slice(2)).toEqual([
      [3, -10, 120],
      [3, -2, 120],
      [4, -3, 120],
    ]);
    expect(run.equity[5]).toBe(10_160);
  });
});

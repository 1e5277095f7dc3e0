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

  test('are both protected by one call', () => {
    const acts: Acts = { ...BOTH, 2: ({ position }) => position.protect({ stopLoss: 105 }) };
    const run = played([...RISE.slice(0, 3), [110, 110, 104, 104]], acts, HEDGING);
    // The short is beyond it already.
    expect(fillsOf(run).slice(2)).toEqual([
      [3, 4, 110],
      [3, -10, 105],
    ]);
  });

  test('are closed by an exit on their own side only', () => {
    const acts: Acts = { ...BOTH, 2: ({ order }) => order.exit({ takeProfit: 115 }) };
    const run = played(RISE, acts, HEDGING);
    expect(fillsOf(run)[2]).toEqual([3, -10, 120]);
    expect(run.equity[3]).toBe(10_160);
    expect(run.equity[4]).toBe(10_160);
  });
});

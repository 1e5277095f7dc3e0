import { describe, expect, test } from 'vitest';
import { instrument, type Quote } from '../../tests/support/bars.ts';
import { type Acts, endsOf, FLAT, fillsOf, played, playedOn, rulesOf, still } from './scenario.fixture.ts';

const CLOSE = { account: { timing: 'close', closeAtEnd: false } } as const;
const RISE: readonly Quote[] = [FLAT, [100, 104, 100, 103], [105, 108, 104, 107], [108, 108, 108, 108]];

describe('an account that trades at the close', () => {
  test('fills market orders on the bar that sends them', () => {
    const run = played(
      RISE,
      { 1: ({ order }) => order.buy({ size: 10 }), 2: ({ position }) => position.close() },
      CLOSE,
    );
    expect(fillsOf(run)).toEqual([
      [1, 10, 103],
      [2, -10, 107],
    ]);
    expect(rulesOf(run)).toEqual(['market-close', 'market-close']);
    expect([...run.equity]).toEqual([10_000, 10_000, 10_040, 10_040]);
  });

  test('marks equity after these fills, at cost', () => {
    const costs = { commission: { model: 'fixed', amount: 5 } } as const;
    const run = played(RISE, { 1: ({ order }) => order.buy({ size: 10 }) }, { ...CLOSE, costs });
    expect(run.equity[1]).toBe(9_995);
  });

  test('lets limit and stop orders wait for the next bar', () => {
    const run = played(
      RISE,
      {
        1: ({ order }) => {
          order.buy({ size: 1, limit: 104 });
          order.buy({ size: 2, stop: 106 });
        },
      },
      CLOSE,
    );
    expect(fillsOf(run)).toEqual([
      [2, 1, 104],
      [2, 2, 106],
    ]);
  });

  test('protects what it bought from the next bar on', () => {
    const run = played(RISE, { 1: ({ order }) => order.buy({ size: 10, stopLoss: 102, takeProfit: 106 }) }, CLOSE);
    expect(fillsOf(run)[1]).toEqual([2, -10, 106]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('sells before it buys, whatever the order of the calls', () => {
    const run = playedOn(
      [
        [FLAT, FLAT, FLAT],
        [FLAT, FLAT, FLAT],
      ],
      {
        0: ({ order }) => order.buy({ symbol: 'B', size: 100 }),
        1: ({ order, position }) => {
          order.buy({ symbol: 'A', size: 100 });
          position.of('B').close();
        },
      },
      { ...CLOSE, instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] },
    );
    expect(endsOf(run).map(([status]) => status)).toEqual(['filled', 'filled', 'filled']);
  });

  test('lets an order for a symbol without a bar wait for its next open', () => {
    const run = playedOn(
      [[FLAT, FLAT, FLAT, FLAT], [FLAT]],
      { 2: ({ order }) => order.buy({ symbol: 'B', size: 1 }) },
      { ...CLOSE, instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })] },
    );
    expect(endsOf(run)).toEqual([['pending', 0, 1]]);
  });

  test('gives orders that fill at once their one chance there', () => {
    const account = { ...CLOSE.account, participation: 0.01 };
    const run = played(RISE, { 1: ({ order }) => order.buy({ size: 15, timeInForce: 'ioc' }) }, { account });
    expect(fillsOf(run)).toEqual([[1, 10, 103]]);
    expect(endsOf(run)).toEqual([['cancelled', 10, 15, 'not filled at once']]);
  });
});

describe('an order for the close', () => {
  test('fills at the close of the next bar, after all others', () => {
    const run = played(
      RISE,
      {
        0: ({ order }) => {
          order.buy({ size: 10, at: 'close' });
          order.buy({ size: 5, limit: 101 });
        },
      },
      { account: { closeAtEnd: false } },
    );
    expect(fillsOf(run)).toEqual([
      [1, 5, 100],
      [1, 10, 103],
    ]);
    expect(rulesOf(run)[1]).toBe('market-close');
  });

  test('names no price', () => {
    for (const priced of [{ limit: 90 }, { stop: 110 }, { trail: { kind: 'points', value: 1 } }] as const) {
      const acts: Acts = { 0: ({ order }) => order.buy({ size: 1, at: 'close', ...priced }) };
      expect(() => played(RISE, acts)).toThrow("order.buy: at: 'close' is for market orders");
    }
  });

  test('brings protection that works from the next bar on', () => {
    const run = played([FLAT, [100, 110, 90, 100], still(94)], {
      0: ({ order }) => order.buy({ size: 10, at: 'close', stopLoss: 95 }),
    });
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, -10, 94],
    ]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('that closes a position goes before one that opens another', () => {
    const run = played(
      [FLAT, FLAT, FLAT, FLAT],
      {
        0: ({ order }) => order.buy({ size: 100 }),
        1: ({ order }) => {
          order.buy({ size: 50, at: 'close' });
          order.sell({ size: 100, at: 'close' });
        },
      },
      { account: { closeAtEnd: false } },
    );
    expect(fillsOf(run).slice(1)).toEqual([
      [2, -100, 100],
      [2, 50, 100],
    ]);
  });
});

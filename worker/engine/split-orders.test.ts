import { describe, expect, test } from 'vitest';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import type { Quote } from '../../tests/support/bars.ts';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { type Acts, type Context, endsOf, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

/** Two for one, before the bar that opens on the third day. */
const SPLIT: CorporateAction = { kind: 'split', time: Date.UTC(2024, 0, 3), ratio: 2 };
const HALF = still(50);

/** Orders sent at the close of bar 1; the split comes over night, and bar 3 meets what is asked. */
function acrossTheSplit(acts: Acts, bar: Quote, options: RunOptions = {}) {
  return played([FLAT, FLAT, HALF, bar, HALF], acts, {
    about: [{ actions: [SPLIT] }],
    account: { closeAtEnd: false },
    ...options,
  });
}
const once = (act: (context: Context) => void): Acts => ({ 1: act });
const held = (act: (context: Context) => void): Acts => ({ 0: ({ order }) => order.buy({ size: 10 }), 1: act });

describe('a split halves the price and doubles the units of', () => {
  test('a limit order', () => {
    const run = acrossTheSplit(
      once(({ order }) => order.buy({ size: 10, limit: 90 })),
      [50, 50, 44, 46],
    );
    expect(fillsOf(run)).toEqual([[3, 20, 45]]);
    expect([run.orders.limit[0], run.orders.qty[0]]).toEqual([45, 20]);
  });

  test('a stop order, and a stop-limit order', () => {
    const stop = acrossTheSplit(
      once(({ order }) => order.buy({ size: 10, stop: 110 })),
      [50, 56, 50, 56],
    );
    expect(fillsOf(stop)).toEqual([[3, 20, 55]]);
    const stopLimit = acrossTheSplit(
      once(({ order }) => order.sell({ size: 10, stop: 90, limit: 88 })),
      [50, 50, 42, 45],
    );
    expect(fillsOf(stopLimit)).toEqual([[3, -20, 45]]);
  });

  test('a market order, which fills after it', () => {
    expect(
      fillsOf(
        acrossTheSplit(
          once(({ order }) => order.buy({ size: 10 })),
          HALF,
        ),
      ),
    ).toEqual([[2, 20, 50]]);
  });

  test('the protection of a position, whichever way it was set', () => {
    const bracket = { size: 10, stopLoss: 90, takeProfit: 120 };
    const ways: Acts[] = [
      { 0: ({ order }) => order.buy(bracket) },
      held(({ position }) => position.protect({ stopLoss: 90, takeProfit: 120 })),
      held(({ order }) => order.exit({ stopLoss: 90, takeProfit: 120 })),
    ];
    for (const acts of ways) {
      expect(fillsOf(acrossTheSplit(acts, [50, 50, 44, 46]))[1]).toEqual([3, -20, 45]);
      expect(fillsOf(acrossTheSplit(acts, [50, 61, 50, 60]))[1]).toEqual([3, -20, 60]);
    }
  });

  test('an exit for a part', () => {
    const run = acrossTheSplit(
      held(({ order }) => order.exit({ size: 4, takeProfit: 120 })),
      [50, 61, 50, 60],
    );
    expect(fillsOf(run)[1]).toEqual([3, -8, 60]);
  });

  test('the bracket that a waiting entry brings along, in prices and in distances', () => {
    const levels: Acts[] = [
      once(({ order }) => order.buy({ size: 10, limit: 90, stopLoss: 80 })),
      once(({ order }) => order.buy({ size: 10, limit: 90, stopLoss: order.pointsAway(10) })),
      once(({ order }) => order.buy({ size: 10, limit: 90, stopLoss: order.percentAway(100 / 9) })),
    ];
    for (const acts of levels) {
      const [entry, exit] = fillsOf(acrossTheSplit(acts, [50, 50, 39, 46]));
      expect(entry).toEqual([3, 20, 45]);
      expect(exit).toEqual([3, -20, expect.closeTo(40, 12)]);
    }
  });

  test('a trailing stop, its distance, its best price and where it begins', () => {
    const trailing = held(({ order }) => order.exit({ trailingStop: order.pointsAway(10) }));
    // The best was 100, so 50 now; 60 makes it 60 − 5 for the bar after.
    expect(fillsOf(acrossTheSplit(trailing, [50, 50, 44, 46]))[1]).toEqual([3, -20, 45]);
    const begins = held(({ order }) =>
      order.exit({ trailingStop: { by: order.pointsAway(10), from: order.pointsAway(20) } }),
    );
    const run = acrossTheSplit(begins, [50, 60, 50, 58]);
    expect(run.orders.stop[1]).toBe(55);
    expect(fillsOf(run)[1]).toEqual([4, -20, 50]);
  });
});

describe('a split leaves', () => {
  test('sizes in percent and in money to be worked out when they fill', () => {
    for (const size of ['percent', 'cash'] as const) {
      const run = acrossTheSplit(
        once(({ order }) =>
          order.buy({ size: size === 'cash' ? order.cash(4_000) : order.percentOfEquity(40), limit: 90 }),
        ),
        [50, 50, 40, 46],
      );
      expect(fillsOf(run)).toEqual([[3, 88, 45]]);
    }
  });

  test('entries at whole lots', () => {
    const actions: CorporateAction[] = [{ ...SPLIT, ratio: 1.5 }];
    const run = acrossTheSplit(
      once(({ order }) => order.buy({ size: 5, limit: 90 })),
      [60, 60, 50, 56],
      { about: [{ actions }] },
    );
    expect(fillsOf(run)).toEqual([[2, 7, 50]]);
  });

  test('as much to fill of an order that was filled in part', () => {
    const run = acrossTheSplit({ 0: ({ order }) => order.buy({ size: 15 }) }, HALF, {
      account: { participation: 0.01, closeAtEnd: false },
    });
    // Ten of fifteen before the split; ten of the thirty that they are now remain.
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, 10, 50],
    ]);
    expect(endsOf(run)).toEqual([['filled', 30, 30]]);
  });
});

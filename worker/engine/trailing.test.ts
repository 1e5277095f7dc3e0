import { describe, expect, test } from 'vitest';
import type { Orders, TrailingStop } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import { type Acts, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

/** Ten bought at 100 on bar 1, with a trailing stop. */
function trailed(
  trail: (order: Orders) => TrailingStop | TrailingStop['by'],
  bars: readonly Quote[],
  options: RunOptions = {},
) {
  const acts: Acts = { 0: ({ order }) => order.buy({ size: 10, trailingStop: trail(order) }) };
  return played([FLAT, ...bars], acts, { account: { closeAtEnd: false }, ...options });
}
const stops = (run: ReturnType<typeof trailed>) => run.orders.stop[1];

describe('a trailing stop follows the best price', () => {
  test('by points', () => {
    const run = trailed((order) => order.pointsAway(5), [FLAT, still(110), [108, 108, 104, 104]]);
    expect(fillsOf(run)[1]).toEqual([3, -10, 105]);
  });

  test('by percent of the best price', () => {
    const run = trailed((order) => order.percentAway(10), [FLAT, still(120), [115, 115, 107, 107]]);
    expect(fillsOf(run)[1]).toEqual([3, -10, 108]);
  });

  test('by ticks', () => {
    const run = trailed((order) => order.ticksAway(8), [FLAT, still(110), [109, 109, 107, 107]], {
      instruments: [instrument({ tickSize: 0.25 })],
    });
    expect(fillsOf(run)[1]).toEqual([3, -10, 108]);
  });

  test('downwards for a short', () => {
    const acts: Acts = { 0: ({ order }) => order.sell({ size: 10, trailingStop: order.pointsAway(5) }) };
    const run = played([FLAT, FLAT, still(90), [92, 96, 92, 96]], acts, { account: { closeAtEnd: false } });
    expect(fillsOf(run)[1]).toEqual([3, 10, 95]);
  });

  test('and never goes back', () => {
    const run = trailed((order) => order.pointsAway(5), [FLAT, still(110), still(107), still(106)]);
    expect(stops(run)).toBe(105);
    expect(fillsOf(run)).toHaveLength(1);
  });

  test('from the fill on, at the distance from its price', () => {
    const run = trailed((order) => order.pointsAway(5), [[100, 100, 94, 96]]);
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [1, -10, 95],
    ]);
  });

  test('once the bar is over: its own high does not count against its low', () => {
    const run = trailed((order) => order.pointsAway(5), [FLAT, [100, 110, 100, 103], [103, 103, 103, 103]]);
    expect(fillsOf(run)[1]).toEqual([3, -10, 103]);
  });

  test('by a multiple of a series at its last close, which may widen without loosening it', () => {
    const bars = dailyBars([FLAT, FLAT, still(110), still(112), still(114), [114, 114, 90, 90]]);
    bars.volume.set([2, 2, 3, 20, 4, 1]);
    const run = runStrategy(
      bars,
      {
        onBar({ bar, data, order }) {
          if (bar.index === 0) order.buy({ size: 10, trailingStop: order.timesAway(data.volume, 1.5) });
        },
      },
      { account: { closeAtEnd: false } },
    );
    // 100 − 3, 110 − 4.5, not 112 − 30, 114 − 6.
    expect(fillsOf(run)[1]).toEqual([5, -10, 108]);
  });

  test('inside a bar at a distance that was known before', () => {
    const bars = dailyBars([FLAT, [100, 100, 95, 96], FLAT]);
    bars.volume.set([2, 20, 2]);
    for (const leg of ['stopLoss', 'trailingStop'] as const) {
      const run = runStrategy(bars, {
        onBar({ bar, data, order }) {
          if (bar.index === 0) order.buy({ size: 10, [leg]: order.timesAway(data.volume, 1.5) });
        },
      });
      expect(fillsOf(run)[1]).toEqual([1, -10, 97]);
    }
  });

  test('never at a distance that has no value', () => {
    const bars = dailyBars([FLAT, FLAT]);
    bars.volume.fill(Number.NaN);
    const run = () =>
      runStrategy(bars, { onBar: ({ data, order }) => order.buy({ stopLoss: order.timesAway(data.volume, 1) }) });
    expect(run).toThrow('order.buy: stopLoss has no value yet.');
  });
});

describe('a trailing stop that begins later', () => {
  const begins = (order: Orders): TrailingStop => ({ by: order.pointsAway(5), from: order.pointsAway(10) });

  test('waits until the price has gone that far in favour', () => {
    expect(fillsOf(trailed(begins, [FLAT, still(109), still(80)]))).toHaveLength(1);
    const run = trailed(begins, [FLAT, still(110), still(104)]);
    expect(stops(run)).toBe(105);
    expect(fillsOf(run)[1]).toEqual([3, -10, 104]);
  });

  test('begins inside the bar, and may end in it', () => {
    // 100 → 99 → 112 → 104: it begins at 110, so at 105, on the way up.
    const run = trailed(begins, [FLAT, [100, 112, 99, 104]]);
    expect(fillsOf(run)[1]).toEqual([2, -10, 105]);
  });
});

describe('an entry that trails', () => {
  test('buys when the price turns up from its lowest', () => {
    const acts: Acts = { 0: ({ order }) => order.buy({ size: 10, trail: order.pointsAway(5) }) };
    const run = played([FLAT, still(96), still(90), [91, 96, 91, 96]], acts, { account: { closeAtEnd: false } });
    expect(fillsOf(run)).toEqual([[3, 10, 95]]);
  });
});

test('a trailing stop that has not begun is no opponent of a take-profit', () => {
  const acts: Acts = {
    0: ({ order }) =>
      order.buy({
        size: 1,
        takeProfit: order.pointsAway(10),
        trailingStop: { by: order.pointsAway(5), from: order.pointsAway(12) },
      }),
  };
  const run = played([FLAT, FLAT, [100, 113, 99.5, 100]], acts, { account: { closeAtEnd: false } });
  expect(fillsOf(run)[1]).toEqual([2, -1, 110]);
  expect(run.ambiguousBars).toBe(0);
});

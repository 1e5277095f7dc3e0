import { describe, expect, test } from 'vitest';
import { dailyBars } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import { type Acts, type Context, endsOf, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

const OPEN = { account: { closeAtEnd: false } } as const;

describe('an exit belongs to the direction that it was sent for', () => {
  test('and ends when the position turns', () => {
    const acts: Acts = {
      0: ({ order }) => order.buy({ size: 10 }),
      1: ({ order }) => order.exit({ stopLoss: 90 }),
      2: ({ order }) => order.sell({ size: 20 }),
    };
    const run = played([FLAT, FLAT, FLAT, FLAT, FLAT], acts, OPEN);
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [3, -20, 100],
    ]);
    expect(endsOf(run)[1]).toEqual(['cancelled', 0, expect.anything(), 'the position was closed']);
  });

  test.each([
    ['cancelled', 100, {}],
    ['rejected', 1e9, { limit: 101 }],
    ['expired', 10, { limit: 50, timeInForce: 'day' }],
  ] as const)('and ends with an entry that is %s', (how, size, terms) => {
    const acts: Acts = {
      0({ order }) {
        order.buy({ id: 'in', size, ...(how === 'cancelled' ? { limit: 50 } : terms) });
        order.exit({ stopLoss: 90 });
      },
      1: ({ order }) => order.cancel('in'),
      2: ({ order }) => order.sell({ size: 10 }),
      3: ({ position }) => position.close(),
      4: ({ order }) => order.buy({ size: 10 }),
    };
    const run = played([FLAT, FLAT, FLAT, FLAT, FLAT, FLAT, still(85)], acts, OPEN);
    expect(fillsOf(run)).toEqual([
      [3, -10, 100],
      [4, 10, 100],
      [5, 10, 100],
    ]);
  });

  test('which is both where a long is held and a short awaited', () => {
    const acts: Acts = {
      0: ({ order }) => order.buy({ size: 10 }),
      1({ order }) {
        order.sell({ size: 20 });
        order.exit({ stopLoss: order.pointsAway(5) });
      },
    };
    const run = played([FLAT, FLAT, FLAT, still(106)], acts, OPEN);
    expect(fillsOf(run).slice(1)).toEqual([
      [2, -20, 100],
      [3, 10, 106],
    ]);
  });
});

test('a held lot keeps its stop when another one ends, however much is held the other way', () => {
  const acts: Acts = {
    0({ order }) {
      order.buy({ id: 'L', size: 10 });
      order.buy({ id: 'M', size: 10 });
      order.sell({ size: 15 });
      order.exit({ entry: 'L', stopLoss: 90 });
      order.exit({ entry: 'M', stopLoss: 95 });
    },
  };
  const run = played([FLAT, FLAT, [100, 100, 94, 94], [94, 94, 89, 89]], acts, {
    account: { hedging: true, leverage: 10, closeAtEnd: false },
  });
  expect(fillsOf(run).slice(3)).toEqual([
    [2, -10, 95],
    [3, -10, 90],
  ]);
});

describe('an exit of an entry that fills in parts', () => {
  const parts = (exit: (context: Context) => void) => {
    const bars = dailyBars([FLAT, [101, 101, 99, 99], [94, 96, 93, 95], [95, 95, 60, 70], still(70)]);
    bars.volume.set([1_000, 1_000, 1_000, 4_000, 4_000]);
    return runStrategy(
      bars,
      {
        onBar(context) {
          if (context.bar.index !== 0) return;
          context.order.buy({ id: 'e', size: 30, limit: 100 });
          exit(context as Context);
        },
      },
      { account: { participation: 0.01, closeAtEnd: false } },
    );
  };

  test('lives on for the parts to come', () => {
    const run = parts(({ order }) => order.exit({ entry: 'e', stopLoss: order.pointsAway(5) }));
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, -10, 94],
      [3, 20, 95],
      [3, -20, 90],
    ]);
  });

  test('ends with the units that it was sent for', () => {
    const run = parts(({ order }) => order.exit({ entry: 'e', size: 10, stopLoss: order.pointsAway(5) }));
    expect(fillsOf(run).slice(2)).toEqual([[3, 20, 95]]);
    expect(endsOf(run)).toHaveLength(2);
  });
});

test('a percentage is of what the entries opened, closed units included', () => {
  const acts: Acts = {
    0({ order }) {
      order.buy({ size: 10 });
      order.buy({ size: 10 });
    },
    1({ order }) {
      order.exit({ id: 'a', percent: 50, stopLoss: 90, takeProfit: 120 });
      order.exit({ id: 'b', percent: 50, stopLoss: 90, takeProfit: 105 });
    },
  };
  const run = played([FLAT, FLAT, [100, 106, 100, 106], [106, 106, 89, 89]], acts, OPEN);
  expect(fillsOf(run).slice(2)).toEqual([
    [2, -10, 105],
    [3, -10, 90],
  ]);
});

import { describe, expect, test } from 'vitest';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Acts, Context } from './scenario.fixture.ts';
import { endsOf, FLAT, fillsOf } from './scenario.fixture.ts';

/** Ten units of each bar may be traded. */
function thinly(quotes: readonly Quote[], acts: Acts, options: RunOptions['account'] = {}) {
  return runStrategy(
    dailyBars([FLAT, ...quotes]),
    { onBar: (context) => acts[context.bar.index]?.(context as Context) },
    { account: { participation: 0.01, closeAtEnd: false, ...options } },
  );
}
const BRACKET = { stopLoss: 90, takeProfit: 110 };
const sold = (run: ReturnType<typeof thinly>) => fillsOf(run).filter(([, units]) => units < 0);

describe('the protection of an entry that fills in parts', () => {
  test('covers what is held, and not more', () => {
    const run = thinly([FLAT, FLAT, FLAT, [100, 100, 89, 90], FLAT, FLAT, FLAT], {
      0: ({ order }) => order.buy({ size: 25, ...BRACKET }),
    });
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, 10, 100],
      [3, 5, 100],
      [4, -10, 90],
      [5, -10, 100],
      [6, -5, 100],
    ]);
    expect(endsOf(run)).toEqual([
      ['filled', 25, 25],
      ['filled', 25, 25],
      ['cancelled', 0, expect.any(Number), expect.anything()],
    ]);
  });

  test('works for the first part while the rest is still to come', () => {
    const run = thinly([FLAT, [105, 111, 105, 111], [105, 105, 101, 101]], {
      0: ({ order }) => order.buy({ size: 25, limit: 100, ...BRACKET }),
    });
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, -10, 110],
    ]);
    expect(endsOf(run)[0]).toEqual(['pending', 10, 25]);
  });

  test('is new for a part that comes after it was used up', () => {
    const run = thinly([FLAT, [120, 120, 119, 120], [120, 120, 100, 100], [100, 100, 89, 90], FLAT], {
      0: ({ order }) => order.buy({ size: 15, limit: 100, ...BRACKET }),
    });
    expect(fillsOf(run)).toEqual([
      [1, 10, 100],
      [2, -10, 120],
      [3, 5, 100],
      [4, -5, 90],
    ]);
    expect([...run.orders.parent]).toEqual([-1, 0, 0, 0, 0]);
  });
});

describe('a leg that the bar can only fill in part', () => {
  test('leaves its partner the rest', () => {
    // Held are 10 of the bracket and 10 of another entry; the take-profit finds 4 units of volume.
    const bars = dailyBars([FLAT, FLAT, FLAT, [100, 111, 100, 105], [105, 105, 89, 90], FLAT, FLAT]);
    bars.volume[3] = 400;
    const run = runStrategy(
      bars,
      {
        onBar({ bar, order }) {
          if (bar.index === 0) order.buy({ size: 10, ...BRACKET });
          if (bar.index === 1) order.buy({ size: 10 });
        },
      },
      { account: { participation: 0.01, closeAtEnd: false } },
    );
    expect(sold(run)).toEqual([
      [3, -4, 110],
      [4, -6, 90],
    ]);
    expect(endsOf(run).slice(1, 3)).toEqual([
      ['filled', 6, 6],
      ['cancelled', 4, 10, 'the other leg was filled'],
    ]);
  });

  test('of an exit closes what it reserved, part by part', () => {
    const run = thinly([FLAT, FLAT, [100, 111, 100, 105], [105, 111, 105, 105], FLAT], {
      0: ({ order }) => order.buy({ size: 20 }),
      1: ({ order }) => {
        order.exit({ id: 'first', size: 12, takeProfit: 110 });
        order.exit({ id: 'rest', stopLoss: 50 });
      },
    });
    expect(sold(run)).toEqual([
      [3, -10, 110],
      [4, -2, 110],
    ]);
  });

  test('of each lot covers the lot where long and short are held beside each other', () => {
    const run = thinly(
      [FLAT, FLAT, [100, 100, 89, 90], FLAT, FLAT],
      { 0: ({ order }) => order.buy({ size: 15, stopLoss: 90 }) },
      { hedging: true },
    );
    expect(sold(run)).toEqual([
      [3, -10, 90],
      [4, -5, 100],
    ]);
    expect(endsOf(run).map(([, , qty]) => qty)).toEqual([15, 10, 5]);
  });
});

test('a close that takes several bars ends flat', () => {
  const run = thinly([FLAT, FLAT, FLAT, FLAT, FLAT], {
    0: ({ order }) => order.buy({ size: 20 }),
    2: ({ position }) => position.close(),
  });
  expect(sold(run)).toEqual([
    [3, -10, 100],
    [4, -10, 100],
  ]);
  expect(endsOf(run)[1]).toEqual(['filled', 20, 20]);
});

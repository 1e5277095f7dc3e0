import { describe, expect, test } from 'vitest';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import type { Quote } from '../../tests/support/bars.ts';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { type Acts, endsOf, FLAT, fillsOf, played, still } from './scenario.fixture.ts';

const ANOTHER = 'another order of its group was filled';

/** Orders of one group, in the order of sending. */
function grouped(
  orders: readonly (OrderRequest & { side?: 'buy' | 'sell' })[],
  bars: readonly Quote[],
  options: RunOptions = {},
) {
  const acts: Acts = {
    0: ({ order }) => {
      for (const { side = 'buy', ...request } of orders) order[side]({ size: 10, oco: 'group', ...request });
    },
  };
  return played([FLAT, ...bars, FLAT], acts, { ...options, account: { closeAtEnd: false, ...options.account } });
}

describe('of orders that cancel each other', () => {
  test('the first that fills ends the others, in the same bar', () => {
    const run = grouped([{ limit: 95 }, { stop: 105 }, { limit: 90 }], [[100, 106, 89, 100]]);
    // The high is nearer.
    expect(fillsOf(run)).toEqual([[1, 10, 105]]);
    expect(endsOf(run)).toEqual([
      ['cancelled', 0, 10, ANOTHER],
      ['filled', 10, 10],
      ['cancelled', 0, 10, ANOTHER],
    ]);
  });

  test('both are never filled at one price, nor at one open', () => {
    expect(fillsOf(grouped([{ limit: 95 }, { limit: 95 }], [still(90)]))).toEqual([[1, 10, 90]]);
    expect(fillsOf(grouped([{}, {}], [FLAT]))).toEqual([[1, 10, 100]]);
    const closing: Acts = {
      0: ({ order }) => order.buy({ size: 20 }),
      1: ({ order }) => [1, 2].map(() => order.sell({ size: 10, oco: 'group' })),
    };
    expect(fillsOf(played([FLAT, FLAT, FLAT], closing, { account: { closeAtEnd: false } }))).toHaveLength(2);
  });

  test('a part that is filled ends the others, and goes on', () => {
    const run = grouped([{ limit: 95 }, { stop: 105 }], [still(90), still(90), still(110)], {
      account: { participation: 0.006 },
    });
    expect(endsOf(run)).toEqual([
      ['filled', 10, 10],
      ['cancelled', 0, 10, ANOTHER],
    ]);
  });

  test('one that is cancelled or rejected ends none', () => {
    const run = grouped([{ size: 1_000 }, { limit: 95 }], [FLAT, still(90)]);
    expect(endsOf(run).map(([status]) => status)).toEqual(['rejected', 'filled']);
  });

  test('groups of other names stand apart', () => {
    const run = grouped([{ limit: 95 }, { limit: 95, oco: 'another' }], [still(90)]);
    expect(fillsOf(run)).toHaveLength(2);
  });

  test('a group may form anew under its name', () => {
    const send: Acts[number] = ({ order }) => {
      order.buy({ size: 10, oco: 'group', limit: 95 });
      order.buy({ size: 10, oco: 'group', stop: 105 });
    };
    const run = played([FLAT, still(90), still(100), still(106)], { 0: send, 2: send });
    expect(endsOf(run).map(([status]) => status)).toEqual(['filled', 'cancelled', 'cancelled', 'filled']);
  });
});

describe('of orders that reduce each other', () => {
  const reducing = { ocoMode: 'reduce' } as const;

  test('a fill takes its units off the others, which ends those without any left', () => {
    const run = grouped(
      [
        { limit: 95, size: 4, ...reducing },
        { stop: 105, size: 10, ...reducing },
        { stop: 110, size: 3, ...reducing },
      ],
      [still(94), still(106), still(112)],
    );
    expect(fillsOf(run)).toEqual([
      [1, 4, 94],
      [2, 6, 106],
    ]);
    expect(endsOf(run)).toEqual([
      ['filled', 4, 4],
      ['filled', 6, 6],
      ['cancelled', 0, 0, ANOTHER],
    ]);
  });

  test('each part of a fill takes off its own', () => {
    const run = grouped(
      [
        { limit: 95, size: 10, ...reducing },
        { stop: 105, size: 12, ...reducing },
      ],
      [still(94), still(94), still(106), still(106)],
      { account: { participation: 0.006 } },
    );
    expect(fillsOf(run)).toEqual([
      [1, 6, 94],
      [2, 4, 94],
      [3, 2, 106],
    ]);
  });
});

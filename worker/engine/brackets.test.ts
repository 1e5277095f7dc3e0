import { describe, expect, test } from 'vitest';
import { EXIT_REASONS, ORDER_ROLES, ORDER_STATUSES } from '#shared/domain/run-result.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

type Context = BarContext<Record<never, never>, unknown>;

const FLAT: Quote = [100, 100, 100, 100];

function on(acts: Record<number, (context: Context) => void>, ...bars: Quote[]): Simulation {
  return runStrategy(dailyBars([FLAT, ...bars]), { onBar: (context) => acts[context.bar.index]?.(context as Context) });
}

const legs = (run: Simulation) =>
  [...run.orders.role.keys()]
    .filter((id) => run.orders.parent[id] !== -1)
    .map((id) => [ORDER_ROLES[run.orders.role[id] ?? -1], run.orders.qty[id]]);
const exits = (run: Simulation) =>
  [...run.trades.qty].map((qty, trade) => [
    qty,
    run.trades.exitPrice[trade],
    EXIT_REASONS[run.trades.exitReason[trade] ?? -1],
  ]);

describe('a bracket guards the units that its entry opened', () => {
  test('all of them', () => {
    const run = on(
      { 0: ({ order }) => void order.buy({ size: 10, stopLoss: 95, takeProfit: 120 }) },
      FLAT,
      [100, 100, 94, 96],
      FLAT,
    );
    expect(legs(run)).toEqual([
      ['stop-loss', 10],
      ['take-profit', 10],
    ]);
    expect(exits(run)).toEqual([[10, 95, 'stop-loss']]);
  });

  test('and not those that a turn of the position closed', () => {
    const run = on(
      {
        0: ({ order }) => void order.sell({ size: 5 }),
        1: ({ order }) => void order.buy({ size: 8, stopLoss: 95 }),
        2: ({ order }) => void order.buy({ size: 4 }),
      },
      FLAT,
      FLAT,
      FLAT,
      [100, 100, 94, 96],
    );
    expect(legs(run)).toEqual([['stop-loss', 3]]);
    expect(exits(run)).toEqual([
      [5, 100, 'reversal'],
      [3, 95, 'stop-loss'],
      [4, 96, 'end-of-data'],
    ]);
  });

  test('and no more than are still held', () => {
    const run = on(
      {
        0: ({ order }) => void order.buy({ size: 10, stopLoss: 95 }),
        1: ({ order }) => void order.sell({ size: 4 }),
      },
      FLAT,
      FLAT,
      [100, 100, 94, 96],
      FLAT,
    );
    expect(exits(run)).toEqual([
      [4, 100, 'signal'],
      [6, 95, 'stop-loss'],
    ]);
  });
});

describe('units that are closed otherwise are taken off the bracket of their entry', () => {
  const reduced = (close: (context: Context) => void) =>
    exits(
      on(
        {
          0: ({ order }) => void order.buy({ size: 10, stopLoss: 90 }),
          1: close,
          2: ({ order }) => void order.buy({ size: 5, stopLoss: 70 }),
        },
        FLAT,
        FLAT,
        FLAT,
        [100, 100, 89, 89],
        [89, 89, 69, 69],
      ),
    );
  const LEFT = [
    [6, 100, 'signal'],
    [4, 90, 'stop-loss'],
    [5, 70, 'stop-loss'],
  ];

  test('by a close', () => {
    expect(reduced(({ position }) => position.close({ size: 6 }))).toEqual(LEFT);
  });

  test('by an opposite entry', () => {
    expect(reduced(({ order }) => void order.sell({ size: 6 }))).toEqual(LEFT);
  });

  test('by an exit', () => {
    expect(reduced(({ order }) => order.exit({ size: 6, stopLoss: 101 }))).toEqual([
      [6, 100, 'stop-loss'],
      [4, 90, 'stop-loss'],
      [5, 70, 'stop-loss'],
    ]);
  });

  test('but not by the bracket of another entry, whose units they then stand for', () => {
    const run = on(
      {
        0: ({ order }) => void order.buy({ size: 10, stopLoss: 80 }),
        1: ({ order }) => void order.buy({ size: 5, stopLoss: 90 }),
      },
      FLAT,
      FLAT,
      [100, 100, 89, 89],
      [89, 89, 79, 79],
    );
    expect(exits(run).map(([qty, price]) => [qty, price])).toEqual([
      [5, 90],
      [5, 80],
      [5, 80],
    ]);
  });
});

describe('distances from the close of the entry bar', () => {
  test.each([
    ['a bracket', ({ order }: Context) => void order.buy({ size: 10, stopLoss: order.pointsAway(5) })],
    [
      'an exit',
      ({ order }: Context) => {
        order.buy({ size: 10 });
        order.exit({ stopLoss: order.pointsAway(5) });
      },
    ],
    ['a trail', ({ order }: Context) => void order.buy({ size: 10, trailingStop: order.pointsAway(5) })],
  ])('first work on the next bar: %s', (_what, act) => {
    const run = runStrategy(
      dailyBars([FLAT, [100, 121, 99, 120], [120, 120, 114, 114]]),
      { onBar: (context) => void (context.bar.index === 0 && act(context as Context)) },
      { account: { distanceFrom: 'entry-close' } },
    );
    expect([...run.fills.bar]).toEqual([1, 2]);
    expect(run.fills.price[1]).toBe(115);
  });

  test('while a price works at once', () => {
    const run = runStrategy(
      dailyBars([FLAT, [100, 121, 94, 120], FLAT]),
      { onBar: ({ bar, order }) => void (bar.index === 0 && order.buy({ size: 10, stopLoss: 95 })) },
      { account: { distanceFrom: 'entry-close' } },
    );
    expect([...run.fills.bar]).toEqual([1, 1]);
  });
});

describe('a stop-loss of the whole position beside the take-profits of two entries', () => {
  const acts = {
    0: ({ order }: Context) => {
      order.buy({ size: 5, takeProfit: 110 });
      order.buy({ size: 7, takeProfit: 120 });
    },
    1: ({ position }: Context) => position.protect({ stopLoss: 90 }),
  };

  test('stays on the rest when one of them is taken', () => {
    const run = on(acts, FLAT, [100, 111, 100, 111], [111, 111, 89, 95], FLAT);
    expect(exits(run)).toEqual([
      [5, 110, 'take-profit'],
      [7, 90, 'stop-loss'],
    ]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('is assumed for all of it when the bar reaches both', () => {
    const run = on(acts, FLAT, [100, 111, 85, 100], FLAT);
    expect(exits(run)).toEqual([
      [5, 90, 'stop-loss'],
      [7, 90, 'stop-loss'],
    ]);
    expect([...run.fills.ambiguous]).toEqual([0, 0, 1]);
    expect([...run.orders.status].map((code) => ORDER_STATUSES[code])).toEqual([
      'filled',
      'filled',
      'cancelled',
      'cancelled',
      'filled',
    ]);
  });

  test('leaves the bracket of another entry out of the doubt', () => {
    // The first entry's stop-loss does not guard the second entry's units.
    const run = on(
      {
        0: ({ order }) => {
          order.buy({ size: 5, stopLoss: 90 });
          order.buy({ size: 7, takeProfit: 110 });
        },
      },
      FLAT,
      [100, 111, 85, 100],
      FLAT,
    );
    expect(exits(run)).toEqual([
      [5, 110, 'take-profit'],
      [2, 110, 'take-profit'],
      [5, 90, 'stop-loss'],
    ]);
    expect(run.ambiguousBars).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { type Acts, endsOf, FLAT, fillsOf, played, still, tradesOf } from './scenario.fixture.ts';

const bought: Acts[number] = ({ order }) => order.buy({ id: 'in', size: 10 });
const OPEN = { account: { closeAtEnd: false } } as const;

describe('exits reserve units in the order in which they were sent', () => {
  const acts: Acts = {
    0: bought,
    1: ({ order }) => {
      order.exit({ id: 'first', size: 4, takeProfit: 110, stopLoss: 90 });
      order.exit({ id: 'second', percent: 50, takeProfit: 120, stopLoss: 85 });
      order.exit({ id: 'rest', takeProfit: 130, stopLoss: 80 });
    },
  };

  test('each takes its own', () => {
    const run = played([FLAT, FLAT, [100, 131, 100, 131], FLAT], acts, OPEN);
    expect(fillsOf(run).slice(1)).toEqual([
      [2, -4, 110],
      [2, -5, 120],
      [2, -1, 130],
    ]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('and leaves the others theirs', () => {
    const run = played([FLAT, FLAT, [100, 111, 100, 105], [100, 100, 84, 85], still(81), still(79)], acts, OPEN);
    expect(fillsOf(run).slice(1)).toEqual([
      [2, -4, 110],
      [3, -5, 85],
      [5, -1, 79],
    ]);
  });

  test('a bar that reaches both legs of one leaves only that one in doubt', () => {
    const run = played([FLAT, FLAT, [100, 111, 89, 100], FLAT], acts, OPEN);
    expect(fillsOf(run).slice(1)).toEqual([[2, -4, 90]]);
    expect(run.ambiguousBars).toBe(1);
    expect([...run.fills.ambiguous]).toEqual([0, 1]);
  });

  test('a take-profit of one exit and a stop-loss of another guard different units', () => {
    const run = played(
      [FLAT, FLAT, [100, 111, 89, 100], FLAT],
      {
        0: bought,
        1: ({ order }) => {
          order.exit({ id: 'up', size: 4, takeProfit: 110 });
          order.exit({ id: 'down', stopLoss: 90 });
        },
      },
      OPEN,
    );
    // 100 → 111 → 89 (at equal distances the low first): both fill, in the order of the way.
    expect(fillsOf(run).slice(1)).toEqual([
      [2, -6, 90],
      [2, -4, 110],
    ]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('a later one gets what is left, which may be nothing', () => {
    const greedy: Acts = {
      0: bought,
      1: ({ order }) => {
        order.exit({ id: 'all', stopLoss: 90 });
        order.exit({ id: 'late', size: 5, takeProfit: 110 });
      },
    };
    expect(fillsOf(played([FLAT, FLAT, still(111), still(89)], greedy, OPEN)).slice(1)).toEqual([[3, -10, 89]]);
  });
});

describe('an exit', () => {
  test('waits for an entry that waits itself, and begins with its fill', () => {
    const run = played(
      [FLAT, FLAT, [100, 100, 94, 99], [99, 99, 88, 88]],
      {
        0: ({ order }) => {
          order.buy({ id: 'in', size: 10, limit: 95 });
          order.exit({ entry: 'in', stopLoss: order.pointsAway(5) });
        },
      },
      OPEN,
    );
    expect(fillsOf(run)).toEqual([
      [2, 10, 95],
      [3, -10, 90],
    ]);
  });

  test('is nothing where nothing is held or awaited', () => {
    const run = played([FLAT, FLAT, still(80)], { 0: ({ order }) => order.exit({ stopLoss: 90 }) });
    expect(run.orders.bar).toHaveLength(0);
  });

  test('of a name moves the one that is there', () => {
    const acts: Acts = {
      0: bought,
      1: ({ order }) => order.exit({ id: 'stop', stopLoss: 90 }),
      2: ({ order }) => order.exit({ id: 'stop', stopLoss: 95 }),
    };
    const run = played([FLAT, FLAT, FLAT, [100, 100, 94, 94]], acts, OPEN);
    expect(fillsOf(run)[1]).toEqual([3, -10, 95]);
    expect(run.orders.bar).toHaveLength(2);
  });

  test('is cancelled by its name', () => {
    const acts: Acts = {
      0: bought,
      1: ({ order }) => order.exit({ id: 'stop', stopLoss: 90 }),
      2: ({ order }) => order.cancel('stop'),
    };
    const run = played([FLAT, FLAT, FLAT, still(80)], acts, OPEN);
    expect(endsOf(run)[1]).toEqual(['cancelled', 0, expect.anything(), 'cancelled by the strategy']);
  });

  test('closes the units of its entry only', () => {
    const run = played(
      [FLAT, FLAT, FLAT, still(89)],
      {
        0: ({ order }) => order.buy({ id: 'a', size: 3 }),
        1: ({ order }) => {
          order.buy({ id: 'b', size: 7 });
          order.exit({ entry: 'b', stopLoss: 90 });
        },
      },
      OPEN,
    );
    expect(fillsOf(run)[2]).toEqual([3, -7, 89]);
    expect(run.trades.entryBar[0]).toBe(2);
  });

  test('ends with the position', () => {
    const run = played(
      [FLAT, FLAT, FLAT, still(80)],
      {
        0: bought,
        1: ({ order, position }) => {
          order.exit({ stopLoss: 90 });
          position.close();
        },
      },
      OPEN,
    );
    expect(tradesOf(run)).toEqual([[10, 100, 100, 0, 'signal']]);
    expect(endsOf(run)[1]?.[0]).toBe('cancelled');
  });

  test('of a short closes upwards', () => {
    const run = played(
      [FLAT, FLAT, [100, 106, 100, 106]],
      { 0: ({ order }) => order.sell({ size: 10 }), 1: ({ order }) => order.exit({ stopLoss: 105, takeProfit: 90 }) },
      OPEN,
    );
    expect(fillsOf(run)[1]).toEqual([2, 10, 105]);
  });
});

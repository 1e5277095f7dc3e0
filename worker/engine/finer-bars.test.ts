import { describe, expect, test } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { PATH_SEGMENTS } from '#shared/domain/run-result.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { barsFrom, dailyBars, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';
import { FLAT, fillsOf, rulesOf } from './scenario.fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours of the day with a number; those of other days aren't there. */
function hoursOf(day: number, quotes: readonly Quote[]): BarColumns {
  return barsFrom(quotes, Date.UTC(2024, 0, 1) + day * DAY, HOUR);
}

/** One order at the first close; the second bar, day 1 or 2, is seen through its hours. */
function seenThrough(
  request: OrderRequest,
  days: readonly Quote[],
  finer: BarColumns,
  options: RunOptions = {},
): Simulation {
  return runStrategy(
    dailyBars([FLAT, ...days]),
    {
      onBar({ bar, order }) {
        if (bar.index === 0) order.buy({ size: 10, ...request });
      },
    },
    { account: { closeAtEnd: false }, about: [{ finer }], ...options },
  );
}
const segmentsOf = ({ fills }: Simulation) => [...fills.segment].map((code) => PATH_SEGMENTS[code]);

const BRACKET = { stopLoss: 95, takeProfit: 105 };
const BOTH: Quote = [100, 106, 94, 100];

describe('a bar with both legs, seen through its hours', () => {
  const upFirst = hoursOf(1, [
    [100, 106, 100, 104],
    [104, 104, 94, 100],
  ]);

  test('is a take-profit, and not in doubt, where they show it first', () => {
    const run = seenThrough(BRACKET, [BOTH, FLAT], upFirst);
    expect(fillsOf(run)[1]).toEqual([1, -10, 105]);
    expect(run.ambiguousBars).toBe(0);
    expect([...run.fills.ambiguous]).toEqual([0, 0]);
    expect(fillsOf(seenThrough(BRACKET, [BOTH, FLAT], hoursOf(5, [FLAT])))[1]).toEqual([1, -10, 95]);
  });

  test('is a stop-loss where they show that first', () => {
    const downFirst = hoursOf(1, [
      [100, 100, 94, 96],
      [96, 106, 96, 100],
    ]);
    const run = seenThrough(BRACKET, [BOTH, FLAT], downFirst);
    expect(fillsOf(run)[1]).toEqual([1, -10, 95]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('stays in doubt where one of them has both', () => {
    const run = seenThrough(
      BRACKET,
      [BOTH, FLAT],
      hoursOf(1, [
        [100, 101, 100, 101],
        [101, 106, 94, 96],
        [96, 100, 96, 100],
      ]),
    );
    expect(fillsOf(run)[1]).toEqual([1, -10, 95]);
    expect(run.ambiguousBars).toBe(1);
  });

  test('is looked into on later days as well', () => {
    const run = seenThrough(
      BRACKET,
      [FLAT, BOTH],
      hoursOf(2, [
        [100, 106, 100, 104],
        [104, 104, 94, 100],
      ]),
    );
    expect(fillsOf(run)[1]).toEqual([2, -10, 105]);
  });
});

describe('an entry inside a bar, seen through its hours', () => {
  const request = { stop: 103, stopLoss: 98 };

  test('is not in doubt about what came before its hour', () => {
    const hours = hoursOf(1, [
      [100, 100, 97, 99],
      [99, 104, 99, 104],
      [104, 104, 100, 101],
    ]);
    const run = seenThrough(request, [[100, 104, 97, 101], FLAT], hours);
    expect(fillsOf(run)).toEqual([[1, 10, 103]]);
    expect(run.ambiguousBars).toBe(0);
  });

  test('is out again in a later hour, without doubt', () => {
    const hours = hoursOf(1, [
      [100, 104, 100, 104],
      [104, 104, 97, 101],
    ]);
    const run = seenThrough(request, [[100, 104, 97, 101], FLAT], hours);
    expect(fillsOf(run)).toEqual([
      [1, 10, 103],
      [1, -10, 98],
    ]);
    expect([...run.fills.ambiguous]).toEqual([0, 0]);
    expect(run.ambiguousBars).toBe(0);
  });
});

describe('between two hours the price may jump', () => {
  const hours = hoursOf(1, [
    [100, 101, 99, 101],
    [107, 108, 107, 108],
    [92, 95, 92, 95],
  ]);
  const day: Quote = [100, 108, 92, 95];

  test('over a limit, to a better price', () => {
    const run = seenThrough({ takeProfit: 105 }, [day], hours);
    expect(fillsOf(run)[1]).toEqual([1, -10, 107]);
    expect(rulesOf(run)[1]).toBe('limit-jump');
    expect(segmentsOf(run)).toEqual(['open', 'finer']);
  });

  test('over a stop, to a worse one, at half the spread', () => {
    const run = seenThrough({ stopLoss: 96 }, [day], hours, { costs: { spread: { model: 'fixed', points: 2 } } });
    expect(fillsOf(run)[1]).toEqual([1, -10, 91]);
    expect(rulesOf(run)[1]).toBe('stop-jump');
  });

  test('but the bar’s own open stays its open', () => {
    const run = seenThrough({ stop: 99 }, [day], hours);
    expect([rulesOf(run), segmentsOf(run)]).toEqual([['stop-gap'], ['open']]);
    expect(fillsOf(run)).toEqual([[1, 10, 100]]);
  });
});

describe('hours are believed', () => {
  const limit = { limit: 96 };

  test('where their extremes are the bar’s; its open and close are', () => {
    // The auction opened at 100 and closed at 97.
    const hours = hoursOf(1, [
      [101, 104, 101, 102],
      [102, 102, 95, 98],
    ]);
    const run = seenThrough({ ...limit, stopLoss: 95.5 }, [[100, 104, 95, 97]], hours);
    expect(fillsOf(run)).toEqual([
      [1, 10, 96],
      [1, -10, 95.5],
    ]);
    expect(run.finerMismatches).toBe(0);
  });

  test.each<[string, Quote]>([
    ['a lower low', [100, 104, 94, 100]],
    ['a higher low', [100, 104, 95.5, 100]],
    ['a higher high', [100, 105, 95, 100]],
  ])('not where they show %s than the bar', (_, hour) => {
    const run = seenThrough(BRACKET, [FLAT, [100, 104, 95, 100], FLAT], hoursOf(2, [hour]));
    expect(run.finerMismatches).toBe(1);
    expect(fillsOf(run)[1]).toEqual([2, -10, 95]);
  });

  test('only on bars that an order can meet', () => {
    expect(seenThrough(BRACKET, [FLAT, [100, 104, 96, 100]], hoursOf(2, [FLAT])).finerMismatches).toBe(0);
  });
});

test('a trailing stop moves from hour to hour', () => {
  const finer = hoursOf(2, [
    [100, 110, 100, 110],
    [110, 110, 102, 102],
  ]);
  const run = runStrategy(
    dailyBars([FLAT, FLAT, [100, 110, 100, 102], FLAT]),
    {
      onBar({ bar, order }) {
        if (bar.index === 0) order.buy({ size: 10, trailingStop: order.pointsAway(5) });
      },
    },
    { about: [{ finer }] },
  );
  expect(fillsOf(run)[1]).toEqual([2, -10, 105]);
});

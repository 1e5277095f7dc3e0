import { describe, expect, test } from 'vitest';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { SESSIONS } from '#shared/domain/session.ts';
import type { OrderRequest } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import { endsOf, FLAT, fillsOf, still } from './scenario.fixture.ts';

const OVER = 'its time was over';
const NOT_AT_ONCE = 'not filled at once';

function sent(bars: BarColumns, request: OrderRequest, options: RunOptions = {}) {
  return runStrategy(
    bars,
    {
      onBar({ bar, order }) {
        if (bar.index === 0) order.buy({ size: 10, ...request });
      },
    },
    { account: { closeAtEnd: false, ...options.account }, ...options },
  );
}
const daily = (...quotes: Quote[]) => dailyBars([FLAT, ...quotes]);

/** Hours from a moment on, at 100 and then at 90. */
function hourly(start: string, count: number, cheapFrom: number): BarColumns {
  const bars = allocateBars(count, 'own');
  for (let row = 0; row < count; row++) {
    bars.time[row] = Date.parse(start) + row * 3_600_000;
    for (const column of ['open', 'high', 'low', 'close'] as const) bars[column][row] = row < cheapFrom ? 100 : 90;
    bars.volume[row] = 1_000;
  }
  return bars;
}

describe('an order for the day', () => {
  test('has one daily bar', () => {
    const run = sent(daily(FLAT, still(90)), { limit: 95, timeInForce: 'day' });
    expect(endsOf(run)).toEqual([['cancelled', 0, 10, OVER]]);
    expect([...run.orders.endBar]).toEqual([2]);
    expect(fillsOf(sent(daily(still(90)), { limit: 95, timeInForce: 'day' }))).toEqual([[1, 10, 90]]);
  });

  test('waits until midnight UTC where no session is known', () => {
    const order: OrderRequest = { limit: 95, timeInForce: 'day' };
    expect(endsOf(sent(hourly('2024-01-02T20:00Z', 8, 3), order))[0]?.[0]).toBe('filled');
    expect(endsOf(sent(hourly('2024-01-02T20:00Z', 8, 4), order))[0]).toEqual(['cancelled', 0, 10, OVER]);
  });

  test('waits until its session closes, which may be another day', () => {
    const order: OrderRequest = { limit: 95, timeInForce: 'day' };
    const instruments = [instrument({ session: SESSIONS['cme-globex'] })];
    // From Tuesday 14:00 to 21:00 in Chicago; the session closes at 16:00, 22:00 UTC, and the next one has begun.
    const tuesday = (cheapFrom: number) => sent(hourly('2024-01-02T20:00Z', 8, cheapFrom), order, { instruments });
    expect(endsOf(tuesday(1))[0]?.[0]).toBe('filled');
    expect(endsOf(tuesday(2))[0]).toEqual(['cancelled', 0, 10, OVER]);
    const evening = (cheapFrom: number) => sent(hourly('2024-01-02T22:00Z', 8, cheapFrom), order, { instruments });
    expect(endsOf(evening(7))[0]?.[0]).toBe('filled');
  });
});

describe('an order good till a date', () => {
  test('does not see the bar that opens then', () => {
    const until = Date.UTC(2024, 0, 3);
    const [before, then] = [daily(still(90)), daily(FLAT, still(90))];
    expect(fillsOf(sent(before, { limit: 95, until }))).toEqual([[1, 10, 90]]);
    expect(endsOf(sent(then, { limit: 95, until }))).toEqual([['cancelled', 0, 10, OVER]]);
    expect(fillsOf(sent(then, { limit: 95, until: until + 1 }))).toEqual([[2, 10, 90]]);
  });
});

describe('an order to be filled at once', () => {
  const thin: RunOptions = { account: { participation: 0.005 } };

  test('or cancelled takes what its first bar has', () => {
    expect(endsOf(sent(daily(FLAT, FLAT), { timeInForce: 'ioc' }, thin))).toEqual([['cancelled', 5, 10, NOT_AT_ONCE]]);
    expect(endsOf(sent(daily(FLAT, FLAT), { timeInForce: 'ioc' }))).toEqual([['filled', 10, 10]]);
    expect(endsOf(sent(daily(FLAT, still(90)), { limit: 95, timeInForce: 'ioc' }))).toEqual([
      ['cancelled', 0, 10, NOT_AT_ONCE],
    ]);
    expect(fillsOf(sent(daily([100, 100, 94, 99]), { limit: 95, timeInForce: 'ioc' }))).toEqual([[1, 10, 95]]);
  });

  test('or killed takes all or nothing', () => {
    const whole = 'the bar did not trade enough to fill it whole';
    expect(endsOf(sent(daily(FLAT, FLAT), { timeInForce: 'fok' }, thin))).toEqual([['cancelled', 0, 10, whole]]);
    expect(endsOf(sent(daily(FLAT, FLAT), { timeInForce: 'fok', size: 5 }, thin))).toEqual([['filled', 5, 5]]);
    expect(endsOf(sent(daily(FLAT, still(90)), { limit: 95, timeInForce: 'fok' }))).toEqual([
      ['cancelled', 0, 10, NOT_AT_ONCE],
    ]);
  });

  test('keeps the protection of the part that it got', () => {
    const run = sent(daily(FLAT, still(80)), { timeInForce: 'ioc', stopLoss: 85 }, thin);
    expect(fillsOf(run)).toEqual([
      [1, 5, 100],
      [2, -5, 80],
    ]);
  });
});

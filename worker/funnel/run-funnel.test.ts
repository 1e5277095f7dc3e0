import { describe, expect, test } from 'vitest';
import {
  ORDER_ROLES,
  ORDER_STATUSES,
  type OrderColumns,
  type OrderRole,
  type OrderStatus,
} from '#shared/domain/run-result.ts';
import { runFunnel } from './run-funnel.ts';

interface SentOrder {
  role?: OrderRole;
  status: OrderStatus;
  reason?: number;
  bar?: number;
  endBar?: number;
  filled?: number;
}

function ordersOf(rows: readonly SentOrder[]): OrderColumns {
  const nothing = () => new Float64Array(rows.length).fill(Number.NaN);
  const codes = () => new Uint8Array(rows.length);
  return {
    bar: Int32Array.from(rows, ({ bar = 0 }) => bar),
    symbol: new Int32Array(rows.length),
    side: codes(),
    type: codes(),
    role: Uint8Array.from(rows, ({ role = 'entry' }) => ORDER_ROLES.indexOf(role)),
    status: Uint8Array.from(rows, ({ status }) => ORDER_STATUSES.indexOf(status)),
    parent: new Int32Array(rows.length).fill(-1),
    limit: nothing(),
    stop: nothing(),
    qty: nothing(),
    filled: Float64Array.from(rows, ({ filled = 0 }) => filled),
    endBar: Int32Array.from(rows, ({ endBar = -1 }) => endBar),
    reason: Int32Array.from(rows, ({ reason = -1 }) => reason),
    tag: new Int32Array(rows.length).fill(-1),
  };
}

const funnelOf = (rows: readonly SentOrder[], firstTradableBar = 3) =>
  runFunnel({ time: new Float64Array(10), firstTradableBar, orders: ordersOf(rows), texts: ['too small', 'late'] }, []);

describe('the funnel of a run', () => {
  test('begins with bars and those after warm-up', () => {
    expect(funnelOf([])).toEqual({
      bars: 10,
      barsAfterWarmUp: 7,
      conditions: [],
      sent: 0,
      accepted: 0,
      filled: 0,
      unfilled: [],
    });
    expect(funnelOf([], 10).barsAfterWarmUp).toBe(0);
    expect(funnelOf([], 12).barsAfterWarmUp).toBe(0);
  });

  test('counts orders that were sent, accepted and filled', () => {
    expect(
      funnelOf([
        { status: 'filled' },
        { status: 'cancelled', filled: 0.5 },
        { status: 'rejected' },
        { status: 'pending', role: 'exit' },
      ]),
    ).toMatchObject({ sent: 4, accepted: 3, filled: 2 });
  });

  test('leaves out protection, which nobody sent', () => {
    const roles: OrderRole[] = ['stop-loss', 'take-profit', 'trailing-stop'];
    expect(funnelOf(roles.map((role) => ({ role, status: 'cancelled' })))).toMatchObject({ sent: 0, unfilled: [] });
  });

  test('tells why and since when the others were not filled, the most frequent first', () => {
    expect(
      funnelOf([
        { status: 'pending', bar: 6 },
        { status: 'rejected', reason: 0, bar: 1, endBar: 4 },
        { status: 'rejected', reason: 1, bar: 1, endBar: 9 },
        { status: 'rejected', reason: 1, bar: 1, endBar: 7 },
        { status: 'cancelled', reason: 1, bar: 1, endBar: 5 },
        { status: 'pending', bar: 4 },
        { status: 'pending', bar: 5 },
        { status: 'filled', reason: 1 },
      ]).unfilled,
    ).toEqual([
      { status: 'pending', reason: null, count: 3, firstBar: 4 },
      { status: 'rejected', reason: 'late', count: 2, firstBar: 7 },
      { status: 'rejected', reason: 'too small', count: 1, firstBar: 4 },
      { status: 'cancelled', reason: 'late', count: 1, firstBar: 5 },
    ]);
  });

  test('hands conditions on', () => {
    const conditions = [{ label: 'entries', line: null, evaluated: 7, seen: 2, within: null }];
    const run = { time: new Float64Array(10), firstTradableBar: 3, orders: ordersOf([]), texts: [] };
    expect(runFunnel(run, conditions).conditions).toEqual(conditions);
  });
});

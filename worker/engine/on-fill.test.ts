import { expect, test } from 'vitest';
import type { Fill } from '#shared/strategy-api/orders.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';

const FLAT: Quote = [100, 100, 100, 100];

test('every fill is told once, in order, before the bar on which it happened', () => {
  const calls: string[] = [];
  runStrategy(dailyBars([FLAT, FLAT, [100, 110, 95, 100], FLAT, FLAT]), {
    onBar({ bar, order }) {
      calls.push(`bar ${bar.index}`);
      if (bar.index === 0) for (const size of [1, 2, 3]) order.buy({ size });
      if (bar.index === 1) {
        order.sell({ size: 4, limit: 108 });
        order.sell({ size: 5, stop: 96 });
      }
      if (bar.index === 2) order.buy({ size: 6 });
    },
    onFill({ orderId, side, qty, price }, { bar, position }) {
      calls.push(`${bar.index}: #${orderId} ${side} ${qty} at ${price}, holding ${position.size}`);
    },
  });
  expect(calls).toEqual([
    'bar 0',
    '1: #0 buy 1 at 100, holding 6',
    '1: #1 buy 2 at 100, holding 6',
    '1: #2 buy 3 at 100, holding 6',
    'bar 1',
    '2: #4 sell 5 at 96, holding -3',
    '2: #3 sell 4 at 108, holding -3',
    'bar 2',
    '3: #5 buy 6 at 100, holding 3',
    'bar 3',
    'bar 4',
  ]);
});

test('a fill tells its symbol and its costs, and takes orders for the next bar', () => {
  const fills: Fill[] = [];
  const run = runStrategy(
    [dailyBars([FLAT, FLAT, FLAT]), dailyBars([FLAT, FLAT, FLAT])],
    {
      onBar({ bar, order }) {
        if (bar.index === 0) order.sell({ symbol: 'B', size: 4 });
      },
      onFill(fill, { order }) {
        fills.push(fill);
        if (fills.length === 1) order.buy({ size: 1 });
      },
    },
    {
      instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })],
      costs: { commission: { model: 'fixed', amount: 2 } },
    },
  );
  expect(fills).toEqual([
    { symbol: 'B', side: 'sell', qty: 4, price: 100, commission: 2, orderId: 0 },
    { symbol: 'A', side: 'buy', qty: 1, price: 100, commission: 2, orderId: 1 },
  ]);
  expect([...run.fills.bar]).toEqual([1, 2, 2, 2]);
  expect(Object.isFrozen(fills[0])).toBe(true);
});

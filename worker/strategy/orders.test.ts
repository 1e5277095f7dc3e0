import { describe, expect, test } from 'vitest';
import { EXIT_REASONS, ORDER_ROLES, ORDER_STATUSES, ORDER_TYPES, SIDES } from '#shared/domain/run-result.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from '../engine/backtest.ts';

type Context = BarContext<Record<never, never>, unknown>;

const FLAT: Quote = [100, 101, 99, 100];
const BARS = Array.from({ length: 6 }, () => FLAT);

/** Runs what is to be done on a bar. */
function on(acts: Record<number, (context: Context) => void>, quotes: readonly Quote[] = BARS): Simulation {
  return runStrategy(dailyBars(quotes), { onBar: (context) => acts[context.bar.index]?.(context as Context) });
}

const orders = (run: Simulation) =>
  [...run.orders.bar.keys()].map((id) => ({
    side: SIDES[run.orders.side[id] ?? -1],
    type: ORDER_TYPES[run.orders.type[id] ?? -1],
    role: ORDER_ROLES[run.orders.role[id] ?? -1],
    status: ORDER_STATUSES[run.orders.status[id] ?? -1],
    reason: run.texts[run.orders.reason[id] ?? -1],
    tag: run.texts[run.orders.tag[id] ?? -1],
  }));

describe('order', () => {
  test.each([
    [{}, 'market'],
    [{ limit: 90 }, 'limit'],
    [{ stop: 110 }, 'stop'],
    [{ stop: 110, limit: 111 }, 'stop-limit'],
  ])('buy(%j) is a %s order', (request, type) => {
    const [order] = orders(on({ 0: ({ order }) => void order.buy({ size: 1, tag: 'why', ...request }) }));
    expect(order).toMatchObject({ side: 'buy', type, role: 'entry', tag: 'why' });
  });

  test('without a size is for all the equity there is', () => {
    expect([...on({ 0: ({ order }) => void order.buy() }).fills.qty]).toEqual([100, 100]);
  });

  test('sizes are units, percent of equity or money, floored to the lot', () => {
    const quantities = (size: (order: Context['order']) => Parameters<Context['order']['buy']>[0]) =>
      on({ 0: ({ order }) => void order.buy(size(order)) }).fills.qty[0];
    expect(quantities(() => ({ size: 7.9 }))).toBe(7);
    expect(quantities((order) => ({ size: order.percentOfEquity(55.5) }))).toBe(55);
    expect(quantities((order) => ({ size: order.cash(450) }))).toBe(4);
    expect(quantities(() => ({ size: { kind: 'units', value: 3 } }))).toBe(3);
  });

  test.each([
    [{ size: 0 }, 'size must be a number above 0, not 0'],
    [{ size: Number.NaN }, 'not NaN'],
    [{ size: '5' }, 'size is a number of units'],
    [{ size: { kind: 'whole-position', value: 1 } }, 'size is a number of units'],
    [{ size: { kind: 'units', value: '1' } }, 'not string'],
    [{ limit: '5' }, 'limit must be a price, not string'],
    [{ stop: Number.POSITIVE_INFINITY }, 'stop must be a price, not Infinity'],
    [{ stopLoss: null }, 'stopLoss must be a price, not object'],
    [{ takeProfit: Number.NaN }, 'takeProfit must be a price, not NaN'],
    [{ amount: 5 }, 'there is no option amount. There are symbol, size'],
    [{ symbol: 'NONE' }, 'there is no symbol NONE in this run. It has TEST.'],
    [5, 'order.buy takes an object'],
    [null, 'order.buy takes an object'],
  ])('buy(%j) is refused', (request, message) => {
    expect(() => on({ 0: ({ order }) => void order.buy(request as never) })).toThrow(message);
  });

  test('sell says sell', () => {
    expect(() => on({ 0: ({ order }) => void order.sell({ size: 0 }) })).toThrow('order.sell: size');
    expect(() => on({ 0: ({ order }) => void order.cash(-1) })).toThrow('order.cash must be');
    expect(() => on({ 0: ({ order }) => void order.percentOfEquity(0) })).toThrow('order.percentOfEquity must be');
  });

  test('tags are cut to 200 characters', () => {
    const [order] = orders(on({ 0: ({ order }) => void order.buy({ size: 1, tag: 'x'.repeat(500) }) }));
    expect(order?.tag).toBe('x'.repeat(200));
  });

  test('a ticket knows its order, and cancels it once', () => {
    const seen: unknown[] = [];
    let ticket: ReturnType<Context['order']['buy']> | undefined;
    const run = on({
      0: ({ order }) => {
        order.buy({ size: 1 });
        ticket = order.buy({ size: 1, limit: 50 });
        seen.push(ticket.id, ticket.isPending);
      },
      2: () => {
        ticket?.cancel();
        seen.push(ticket?.isPending);
      },
      3: () => ticket?.cancel(),
    });
    expect(seen).toEqual([1, true, false]);
    expect(orders(run).map(({ status }) => status)).toEqual(['filled', 'cancelled']);
    expect(run.orders.endBar[1]).toBe(2);
    expect(orders(run)[1]?.reason).toBe('cancelled by the strategy');
  });

  test('cancelAll leaves the protection of positions alone', () => {
    const run = on({
      0: ({ order }) => void order.buy({ size: 1, stopLoss: 50 }),
      2: ({ order }) => {
        order.buy({ size: 1, limit: 60 });
        order.sell({ size: 1 });
        order.cancelAll();
        order.buy({ size: 1, limit: 55 });
        order.cancelAll('TEST');
      },
    });
    expect(orders(run).map(({ role, status }) => `${role} ${status}`)).toEqual([
      'entry filled',
      'stop-loss cancelled',
      'entry cancelled',
      'entry cancelled',
      'entry cancelled',
    ]);
    expect(run.orders.endBar[1]).toBe(5);
    expect(() => on({ 0: ({ order }) => order.cancelAll('NONE') })).toThrow('order.cancelAll: there is no symbol NONE');
  });
});

describe('position', () => {
  const RISING: Quote[] = [100, 102, 104, 106, 108, 110].map((open) => [open, open + 1, open - 1, open + 1]);

  test('tells what is held', () => {
    const seen: unknown[] = [];
    on(
      {
        0: ({ position, order }) => {
          seen.push([position.size, position.isOpen, position.entryPrice, position.barsHeld, position.openProfit]);
          order.buy({ size: 3 });
        },
        1: ({ position }) => seen.push([position.size, position.isLong, position.isShort, position.barsHeld]),
        3: ({ position }) => seen.push([position.entryPrice, position.barsHeld, position.openProfit]),
      },
      RISING,
    );
    expect(seen).toEqual([
      [0, false, Number.NaN, -1, 0],
      [3, true, false, 0],
      [102, 2, 3 * (107 - 102)],
    ]);
  });

  test('short profits when prices fall, times the multiplier', () => {
    let profit = Number.NaN;
    runStrategy(
      dailyBars(RISING),
      {
        onBar({ order, position, bar }) {
          if (bar.index === 0) order.sell({ size: 2 });
          if (bar.index === 2) profit = position.openProfit;
        },
      },
      { instruments: [instrument({ multiplier: 5 })] },
    );
    expect(profit).toBe(-2 * (105 - 102) * 5);
  });

  test('close sells all of it, and nothing when flat', () => {
    const run = on({
      0: ({ position, order }) => {
        position.close();
        order.sell({ size: 3 });
      },
      2: ({ position }) => position.close({ tag: 'enough' }),
      3: ({ position }) => position.close(),
    });
    expect(orders(run).map(({ side, role, tag }) => [side, role, tag])).toEqual([
      ['sell', 'entry', undefined],
      ['buy', 'exit', 'enough'],
    ]);
    expect(EXIT_REASONS[run.trades.exitReason[0] ?? -1]).toBe('signal');
  });

  test('protect sets, moves, keeps and removes levels', () => {
    const run = on(
      {
        0: ({ position, order }) => {
          position.protect({ stopLoss: 1 });
          order.buy({ size: 1 });
        },
        1: ({ position }) => position.protect({ stopLoss: 90, takeProfit: 200 }),
        2: ({ position }) => position.protect({ stopLoss: 103 }),
        3: ({ position }) => position.protect({ takeProfit: null }),
      },
      [...RISING.slice(0, 4), [104, 105, 102, 104], FLAT],
    );
    expect(orders(run).map(({ role, status }) => `${role} ${status}`)).toEqual([
      'entry filled',
      'stop-loss filled',
      'take-profit cancelled',
    ]);
    expect([...run.fills.price]).toEqual([102, 103]);
    expect(() => on({ 0: ({ position }) => position.protect({ stopLoss: 'x' as never }) })).toThrow(
      'position.protect: stopLoss must be a price',
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { CostsSpec } from '#shared/domain/costs.ts';
import { ORDER_STATUSES } from '#shared/domain/run-result.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';

type Context = BarContext<Record<never, never>, unknown>;
type Acts = Record<number, (context: Context) => void>;

const FLAT: Quote = [100, 100, 100, 100];
const RISEN: Quote = [150, 150, 150, 150];
const CALM = [FLAT, FLAT, FLAT];

/** Statuses of the orders of a run with 10,000 in cash over A and B, in the order of sending. */
function statuses(acts: Acts, costs: Partial<CostsSpec> = {}, a: readonly Quote[] = CALM): unknown[] {
  const run = runStrategy(
    [dailyBars(a), dailyBars(a.map(() => FLAT))],
    { onBar: (context) => acts[context.bar.index]?.(context as Context) },
    { costs, instruments: [instrument({ symbol: 'A', tickSize: 1 }), instrument({ symbol: 'B' })] },
  );
  return [...run.orders.status].map((code) => ORDER_STATUSES[code]);
}

describe('an account without margin', () => {
  test.each<[string, Partial<CostsSpec>, number]>([
    ['nothing else', {}, 100],
    ['the commission', { commission: { model: 'fixed', amount: 1 } }, 99],
    ['a commission in percent', { commission: { model: 'percent', fraction: 0.02 } }, 98],
    ['half the spread', { spread: { model: 'fixed', points: 4 } }, 98],
    ['the slippage', { slippage: { model: 'ticks', ticks: 3 } }, 97],
  ])('bears what it can pay with %s, and not a unit more', (_, costs, most) => {
    expect(statuses({ 0: ({ order }) => void order.buy({ size: most }) }, costs)).toEqual(['filled']);
    expect(statuses({ 0: ({ order }) => void order.buy({ size: most + 1 }) }, costs)).toEqual(['rejected']);
    expect(statuses({ 0: ({ order }) => void order.sell({ size: most }) }, costs)).toEqual(['filled']);
    expect(statuses({ 0: ({ order }) => void order.sell({ size: most + 1 }) }, costs)).toEqual(['rejected']);
  });

  test.each(['buy', 'sell'] as const)('counts what is held in other symbols: after a %s of 60', (side) => {
    const with60 = (size: number) =>
      statuses({
        0: ({ order }) => void order[side]({ size: 60 }),
        1: ({ order }) => void order.buy({ symbol: 'B', size }),
      });
    expect(with60(40)).toEqual(['filled', 'filled']);
    expect(with60(41)).toEqual(['filled', 'rejected']);
  });

  test('counts what is held in the same symbol', () => {
    const then = (size: number) =>
      statuses({ 0: ({ order }) => void order.buy({ size: 60 }), 1: ({ order }) => void order.buy({ size }) });
    expect(then(40)).toEqual(['filled', 'filled']);
    expect(then(41)).toEqual(['filled', 'rejected']);
  });

  test('may always reduce a position, but not turn it into one that is too large', () => {
    const buying = (size: number) =>
      statuses({ 0: ({ order }) => void order.sell({ size: 100 }), 1: ({ order }) => void order.buy({ size }) }, {}, [
        FLAT,
        FLAT,
        RISEN,
      ]);
    // 5,000 of equity are left, 15,000 are short: even the half is more than the account could open.
    expect(buying(50)).toEqual(['filled', 'filled']);
    expect(buying(133)).toEqual(['filled', 'filled']);
    expect(buying(134)).toEqual(['filled', 'rejected']);
  });
});

import { describe, expect, test } from 'vitest';
import type { CorporateAction } from '#shared/domain/corporate-action.ts';
import { instrument, type Quote } from '../../tests/support/bars.ts';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { type Acts, FLAT, fillsOf, flowsOf, played, playedOn, still, tradesOf } from './scenario.fixture.ts';

/** When the bar with a number opens. */
const open = (bar: number) => Date.UTC(2024, 0, 1 + bar);
const dividend = (bar: number, amount: number): CorporateAction => ({ kind: 'dividend', time: open(bar), amount });
const split = (bar: number, ratio: number): CorporateAction => ({ kind: 'split', time: open(bar), ratio });

/** Ten bought (or sold short) at 100 on bar 1. */
function held(side: 'buy' | 'sell', quotes: readonly Quote[], actions: CorporateAction[], options: RunOptions = {}) {
  const acts: Acts = { 0: ({ order }) => order[side]({ size: 10 }) };
  return played([FLAT, FLAT, ...quotes], acts, { about: [{ actions }], ...options });
}

describe('a dividend', () => {
  test('is received by those who hold when it is due, and paid by those who are short', () => {
    const quotes = [FLAT, still(99), FLAT];
    expect(flowsOf(held('buy', quotes, [dividend(3, 1.5)]))).toEqual([[3, 'dividend', 15]]);
    expect(flowsOf(held('sell', quotes, [dividend(3, 1.5)]))).toEqual([[3, 'dividend', -15]]);
    const run = held('buy', quotes, [dividend(3, 1.5)]);
    expect([...run.equity].slice(2, 4)).toEqual([10_000, 10_005]);
  });

  test('is not that of those who buy on the day', () => {
    expect(flowsOf(held('buy', [FLAT], [dividend(1, 1.5)]))).toEqual([]);
  });

  test('that is due between two bars, or on a symbol without a bar, comes with the next bar of the run', () => {
    const due: CorporateAction = { kind: 'dividend', time: open(2) + 3_600_000, amount: 1 };
    expect(flowsOf(held('buy', [FLAT, FLAT], [due]))).toEqual([[3, 'dividend', 10]]);
  });

  test('is of the symbol that pays it, times its multiplier, at the rate of the day', () => {
    const run = playedOn(
      [
        [FLAT, FLAT, FLAT],
        [FLAT, FLAT, FLAT],
      ],
      { 0: ({ order }) => order.buy({ symbol: 'B', size: 2 }) },
      {
        instruments: [instrument({ symbol: 'A' }), instrument({ symbol: 'B', multiplier: 5 })],
        about: [{}, { actions: [dividend(2, 1.5)] }],
        rates: [null, Float64Array.of(1, 1, 2)],
        account: { leverage: 2 },
      },
    );
    expect(flowsOf(run)).toEqual([[2, 'dividend', 30]]);
    expect([...run.cashFlows.symbol]).toEqual([1]);
  });
});

describe('a split', () => {
  test('leaves equity as it is when prices follow, for longs and shorts', () => {
    for (const [side, ratio] of [['buy', 2] as const, ['sell', 4] as const, ['buy', 0.1] as const]) {
      const after = still(100 / ratio);
      const run = held(side, [after, after], [split(2, ratio)]);
      expect([...run.equity]).toEqual([10_000, 10_000, 10_000, 10_000]);
      expect(flowsOf(run)).toEqual([]);
    }
  });

  test('makes more units at a lower price of what is held', () => {
    const run = held('buy', [still(50), still(55)], [split(2, 2)], {
      costs: { commission: { model: 'fixed', amount: 3 } },
    });
    expect(tradesOf(run)).toEqual([[20, 50, 55, 94, 'end-of-data']]);
    expect([...run.trades.commission]).toEqual([6]);
  });

  test('is seen by the strategy', () => {
    const seen: unknown[] = [];
    played(
      [FLAT, FLAT, still(50)],
      {
        0: ({ order }) => order.buy({ size: 10 }),
        2: ({ position }) => seen.push(position.size, position.entryPrice, position.openProfit),
      },
      { about: [{ actions: [split(2, 2)] }] },
    );
    expect(seen).toEqual([20, 50, 0]);
  });

  test('keeps fractions of units, and closes them with the rest', () => {
    const run = played(
      [FLAT, FLAT, still(66), still(66)],
      { 0: ({ order }) => order.buy({ size: 5 }), 2: ({ position }) => position.close() },
      { about: [{ actions: [split(2, 1.5)] }] },
    );
    expect(fillsOf(run)).toEqual([
      [1, 5, 100],
      [3, -7.5, 66],
    ]);
  });

  test('takes effect in the order of the list, dividends after it being for new units', () => {
    const run = held('buy', [still(50), still(50)], [split(2, 2), dividend(2, 1)]);
    expect(flowsOf(run)).toEqual([[2, 'dividend', 20]]);
  });
});

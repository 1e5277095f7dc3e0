import { describe, expect, test } from 'vitest';
import { instrument } from '../../tests/support/bars.ts';
import type { RunOptions } from '../../tests/support/run-strategy.ts';
import { type Acts, endsOf, FLAT, fillsOf, played, playedOn, still, tradesOf } from './scenario.fixture.ts';

/** An account in dollars on a share in euros, which rise from 1.00 to 1.25 dollars. */
const RATES = [Float64Array.of(1, 1, 1.25, 1.25)];
const BOUGHT: Acts = { 0: ({ order }) => order.buy({ size: 10 }) };

function inEuros(acts: Acts, options: RunOptions = {}, prices = [100, 100, 100, 110]) {
  return played(prices.map(still), acts, { rates: RATES, ...options });
}

describe('a position in another currency', () => {
  test('is bought, valued and sold at the rate of the bar', () => {
    const run = inEuros(BOUGHT);
    // 1,000 dollars became 10 · 110 · 1.25.
    expect([...run.equity]).toEqual([10_000, 10_000, 10_250, 10_375]);
    expect(tradesOf(run)).toEqual([[10, 100, 110, 375, 'end-of-data']]);
    expect([...run.trades.returnFraction]).toEqual([0.375]);
    expect([...run.fills.rate]).toEqual([1, 1.25]);
  });

  test('loses as a short what its currency gains', () => {
    const run = inEuros({ 0: ({ order }) => order.sell({ size: 10 }) });
    expect([...run.equity]).toEqual([10_000, 10_000, 9_750, 9_625]);
  });

  test('makes only its profit where only profits go through cash', () => {
    const run = inEuros(BOUGHT, { semantics: 'tradingview' });
    expect([...run.equity]).toEqual([10_000, 10_000, 10_000, 10_125]);
  });

  test('pays commissions at the rate of their fill', () => {
    const run = inEuros(BOUGHT, { costs: { commission: { model: 'fixed', amount: 4 } } });
    expect(run.equity[3]).toBe(10_375 - 4 - 5);
    expect([...run.fills.commission]).toEqual([4, 4]);
    expect([...run.trades.commission]).toEqual([9]);
  });

  test('is closed in part at what the parts cost', () => {
    const run = inEuros({
      0: ({ order }) => order.buy({ size: 10 }),
      1: ({ order }) => order.buy({ size: 10 }),
      2: ({ order }) => order.sell({ size: 15 }),
    });
    // The first ten cost 1,000 dollars, the others 1,250.
    expect(tradesOf(run).map(([qty, , , pnl]) => [qty, pnl])).toEqual([
      [10, 375],
      [5, 62.5],
      [5, 62.5],
    ]);
  });

  test('costs on average what all of it cost', () => {
    const run = inEuros(
      {
        0: ({ order }) => order.buy({ size: 10 }),
        1: ({ order }) => order.buy({ size: 30 }),
        2: ({ position }) => position.close({ size: 8 }),
      },
      { account: { matching: 'average' } },
      [100, 100, 120, 120],
    );
    // 1,000 + 30 · 120 · 1.25 = 5,500 dollars for forty.
    const made = run.trades.pnl.reduce((sum, pnl) => sum + pnl, 0);
    expect(made).toBeCloseTo(40 * 120 * 1.25 - 5_500, 9);
    expect(run.trades.pnl[0]).toBeCloseTo(8 * (120 * 1.25 - 137.5), 9);
  });
});

describe('sizes and limits are of the account’s money', () => {
  test.each([
    ['percent', 62],
    ['cash', 40],
  ] as const)('%s', (kind, units) => {
    const run = inEuros({
      1: ({ order }) => order.buy({ size: kind === 'cash' ? order.cash(5_000) : order.percentOfEquity(77.5) }),
    });
    expect(fillsOf(run)[0]).toEqual([2, units, 100]);
  });

  test('what equity bears', () => {
    const asked = (size: number) => endsOf(inEuros({ 1: ({ order }) => order.buy({ size }) }));
    expect(asked(80)).toEqual([['filled', 80, 80]]);
    expect(asked(81)).toEqual([['rejected', 0, 81, 'not enough free equity']]);
  });
});

test('each symbol has a rate of its own', () => {
  const run = playedOn(
    [
      [FLAT, FLAT, FLAT],
      [FLAT, FLAT, FLAT],
    ],
    {
      0: ({ order }) => {
        order.buy({ symbol: 'EURO', size: 10 });
        order.buy({ symbol: 'YEN', size: 1_000 });
      },
    },
    {
      instruments: [instrument({ symbol: 'EURO' }), instrument({ symbol: 'YEN' })],
      rates: [Float64Array.of(1.1, 1.1, 1.2), Float64Array.of(0.01, 0.01, 0.008)],
    },
  );
  expect(run.equity[2]).toBeCloseTo(10_000 + 100 - 200, 9);
  expect(run.buyAndHold()[2]).toBeGreaterThan(0);
});

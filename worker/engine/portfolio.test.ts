import { describe, expect, test } from 'vitest';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';

const at = (price: number): Quote => [price, price, price, price];

/** Ten bought at 100, ten at 110, then `size` sold at 120. */
function soldOff(size: number) {
  let entryPrice = Number.NaN;
  const run = runStrategy(
    dailyBars([at(100), at(100), at(110), at(120), at(130)]),
    {
      onBar({ bar, order, position }) {
        if (bar.index < 2) order.buy({ size: 10 });
        if (bar.index === 2) order.sell({ size });
        if (bar.index === 3) entryPrice = position.entryPrice;
      },
    },
    { costs: { commission: { model: 'fixed', amount: 6 } } },
  );
  const { trades } = run;
  const rows = [...trades.qty.keys()].map((row) => [
    trades.qty[row],
    trades.entryBar[row],
    trades.entryPrice[row],
    trades.exitPrice[row],
    trades.commission[row],
    trades.pnl[row],
  ]);
  return { entryPrice, rows };
}

describe('lots are closed first in, first out', () => {
  test('a part of the first', () => {
    const { entryPrice, rows } = soldOff(5);
    expect(entryPrice).toBeCloseTo((5 * 100 + 10 * 110) / 15, 12);
    expect(rows.map(([qty, bar, entry, exit]) => [qty, bar, entry, exit])).toEqual([
      [5, 1, 100, 120],
      [5, 1, 100, 130],
      [10, 2, 110, 130],
    ]);
  });

  test('the first and a part of the second, each carrying its share of the commissions', () => {
    const { entryPrice, rows } = soldOff(15);
    expect(entryPrice).toBe(110);
    expect(rows).toEqual([
      // All of its entry's 6 and two thirds of its exit's 6.
      [10, 1, 100, 120, 10, 190],
      [5, 2, 110, 120, 5, 45],
      [5, 2, 110, 130, 9, 91],
    ]);
  });
});

describe('what is held', () => {
  /** Equity at the open of bar 2, as a size of B shows it: A goes from 100 to `open` over night. */
  function boughtOfB(open: number, request: { limit?: number }, heldFirst: boolean): number | undefined {
    const a = dailyBars([at(100), at(100), at(open), at(open)]);
    const b = dailyBars([at(10), at(10), at(10), at(10)]);
    const symbols = [instrument({ symbol: 'A' }), instrument({ symbol: 'B' })];
    const run = runStrategy(
      heldFirst ? [a, b] : [b, a],
      {
        onBar({ bar, order }) {
          if (bar.index === 0) order.buy({ symbol: 'A', size: 50 });
          if (bar.index === 1) order.buy({ symbol: 'B', size: order.percentOfEquity(10), ...request });
        },
      },
      { instruments: heldFirst ? symbols : symbols.toReversed() },
    );
    return run.fills.qty[1];
  }

  test.each([
    ['market', {}, true],
    ['market', {}, false],
    ['limit', { limit: 10 }, true],
    ['limit', { limit: 10 }, false],
  ])('is worth its open before a %s order in percent of equity is sized', (_, request, heldFirst) => {
    expect(boughtOfB(140, request, heldFirst)).toBe(120);
    expect(boughtOfB(60, request, heldFirst)).toBe(80);
  });
});

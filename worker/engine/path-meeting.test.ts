import { describe, expect, it } from 'vitest';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

const FLAT: Quote = [100, 100, 100, 100];
/** Ten units of each bar's thousand. */
const THIN = { participation: 0.01 };

/** Bar and units of each fill. */
function fills({ fills: { bar, qty } }: Simulation): [bar: number, qty: number][] {
  return Array.from(bar, (at, row) => [at, qty[row] as number]);
}

describe('priced orders that the bar’s volume can’t fill', () => {
  it('take what there is, and wait for the next bar', () => {
    const run = runStrategy(
      dailyBars([FLAT, [100, 103, 99, 102], [101, 103, 99, 102], [101, 103, 99, 102]]),
      {
        onBar({ bar, order }) {
          if (bar.index === 0) order.buy({ size: 25, limit: 99.5 });
        },
      },
      { account: { ...THIN, closeAtEnd: false } },
    );
    expect(fills(run)).toEqual([
      [1, 10],
      [2, 10],
      [3, 5],
    ]);
  });

  it('are market orders from then on when their stop was reached', () => {
    const run = runStrategy(
      dailyBars([FLAT, FLAT, FLAT, [100, 104.5, 95, 100], [100, 104.5, 95, 100], FLAT]),
      {
        onBar({ bar, order, position }) {
          if (bar.index < 2) order.buy({ size: 10 });
          if (bar.index === 2) position.protect({ stopLoss: 96, takeProfit: 104 });
        },
      },
      { account: { ...THIN, closeAtEnd: false } },
    );
    expect(fills(run).slice(2)).toEqual([
      [3, 10],
      [4, 10],
    ]);
    expect([...run.fills.price].slice(2)).toEqual([96, 100]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { EXIT_REASONS, FILL_RULES } from '#shared/domain/run-result.ts';
import { dailyBars, instrument, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';
import { unitsToLiquidate } from './margin-call.ts';

describe('units that a margin call closes', () => {
  it('TradingView’s own example: four times the shortfall, rounded down first', () => {
    const equity = 1_000_000 + 682_438 * (3.9 - 4.43);
    const position = { units: 682_438, unitValue: 3.9, lotStep: 1 };
    expect(unitsToLiquidate('fourfold', 0.25, equity, 682_438 * 3.9, position)).toBe(111_052);
    expect(unitsToLiquidate('restore', 0.25, equity, 682_438 * 3.9, position)).toBe(27_764);
  });

  it('closes at most what is held', () => {
    const position = { units: 10, unitValue: 100, lotStep: 1 };
    expect(unitsToLiquidate('restore', 0.5, -50, 1_000, position)).toBe(10);
    expect(unitsToLiquidate('fourfold', 0.5, 300, 1_000, position)).toBe(10);
  });

  it('closes nothing while the margin is covered, nor for rounding noise', () => {
    const position = { units: 10, unitValue: 100, lotStep: 1 };
    expect(unitsToLiquidate('restore', 0.25, 250, 1_000, position)).toBe(0);
    expect(unitsToLiquidate('restore', 0.25, 250 - 1e-10, 1_000, position)).toBe(0);
    expect(unitsToLiquidate('fourfold', 0.25, 251, 1_000, position)).toBe(0);
  });

  it('closes nothing where less than a lot is missing and lots are rounded down', () => {
    const position = { units: 10, unitValue: 100, lotStep: 1 };
    expect(unitsToLiquidate('fourfold', 0.25, 240, 1_000, position)).toBe(0);
    expect(unitsToLiquidate('restore', 0.25, 240, 1_000, position)).toBe(1);
  });

  it('restores the margin with as few lots as possible', () => {
    const shares = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(shares, shares, fc.integer({ min: 1, max: 1_000 }), (margin, covered, units) => {
        const exposure = units * 50;
        const equity = exposure * margin * covered;
        const closed = unitsToLiquidate('restore', margin, equity, exposure, { units, unitValue: 50, lotStep: 1 });
        const isCovered = (rest: number) => equity >= margin * rest * 50 - 1e-6;
        expect(isCovered(units - closed)).toBe(true);
        if (closed > 0) expect(isCovered(units - closed + 1 + 1e-6)).toBe(false);
      }),
    );
  });
});

/** Bars that open, stay and close at one price each. */
function flatBars(prices: readonly number[]): BarColumns {
  return dailyBars(prices.map((price): Quote => [price, price, price, price]));
}

/** Bought at the first price, then the market goes where the others say. */
function held(prices: readonly number[], size: number, options: RunOptions, direction: 'buy' | 'sell' = 'buy') {
  const [first = Number.NaN] = prices;
  return runStrategy(
    flatBars([first, ...prices]),
    {
      onBar({ bar, order }) {
        if (bar.index === 0) order[direction]({ size, stopLoss: direction === 'buy' ? 0.01 : 10_000 });
      },
    },
    options,
  );
}

function marginCalls({ fills }: Simulation): [bar: number, qty: number, price: number][] {
  const code = FILL_RULES.indexOf('margin-call');
  const rows = [...fills.rule.keys()].filter((row) => fills.rule[row] === code);
  return rows.map((row) => [fills.bar[row] as number, fills.qty[row] as number, fills.price[row] as number]);
}

describe('margin calls in a run', () => {
  it('tradingview closes four times the shortfall, of as much margin as the entry took', () => {
    const run = held([4.43, 3.9, 3.9], 682_438, {
      semantics: 'tradingview',
      cash: 1_000_000,
      account: { leverage: 4 },
    });
    expect(marginCalls(run)).toEqual([[2, 111_052, 3.9]]);
    expect(EXIT_REASONS[run.trades.exitReason[0] as number]).toBe('margin-call');
    expect(run.equity[2]).toBeCloseTo(638_307.86, 2);
  });

  it('hindcast-1 closes the fewest lots that restore the maintenance margin', () => {
    const account = { leverage: 4, maintenanceMargin: 0.25 };
    const run = held([100, 85, 85], 300, { account });
    expect(marginCalls(run)).toEqual([[2, 42, 85]]);
    expect(run.equity[2]).toBe(5_500);
  });

  it('does so for shorts, and their costs are paid', () => {
    const account = { leverage: 4, maintenanceMargin: 0.25 };
    const costs = { commission: { model: 'fixed', amount: 10 } } as const;
    const run = held([100, 112, 112], 300, { account, costs }, 'sell');
    // Equity 10,000 − 10 − 300 · 12 = 6,390 covers 228 units of 112.
    expect(marginCalls(run)[0]).toEqual([2, 72, 112]);
    expect(run.equity[2]).toBe(6_380);
  });

  it('takes the largest position first, and others only for what is still missing', () => {
    const run = runStrategy(
      [flatBars([100, 100, 40, 40]), flatBars([10, 10, 10, 10])],
      {
        onBar({ bar, order }) {
          if (bar.index !== 0) return;
          order.buy({ size: 150 });
          order.buy({ symbol: 'CALM', size: 1_000 });
        },
      },
      {
        account: { leverage: 4, maintenanceMargin: 0.25 },
        instruments: [instrument({ symbol: 'FALLING' }), instrument({ symbol: 'CALM' })],
      },
    );
    // 16,000 are held against equity of 1,000, which covers 4,000.
    expect(marginCalls(run)).toEqual([
      [2, 1_000, 10],
      [2, 50, 40],
    ]);
    expect([...run.fills.symbol].slice(2, 4)).toEqual([1, 0]);
  });

  it('ends the exits of what it closes', () => {
    const run = runStrategy(
      flatBars([100, 100, 75, 75, 40, 40]),
      {
        onBar({ bar, order }) {
          if (bar.index === 0) {
            order.buy({ id: 'L', size: 300 });
            order.exit({ entry: 'L', stopLoss: 50 });
          }
          if (bar.index === 2) order.buy({ id: 'L', size: 10 });
        },
      },
      { semantics: 'tradingview', account: { leverage: 4 } },
    );
    expect(marginCalls(run)).toEqual([[2, 300, 75]]);
    expect([...run.fills.bar]).toEqual([1, 2, 3]);
  });

  it('never comes where no margin is asked for', () => {
    expect(marginCalls(held([100, 60, 60], 200, { account: { leverage: 4 } }))).toEqual([]);
    const account = { leverage: 4, maintenanceMargin: 0.25 };
    expect(marginCalls(held([100, 60, 60], 200, { account, semantics: 'backtesting.py' }))).toEqual([]);
  });
});

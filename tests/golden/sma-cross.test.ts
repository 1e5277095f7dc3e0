import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import type { Series } from '#shared/strategy-api/series.ts';
import { bindIndicators } from '#worker/strategy/ta.ts';
import { runStrategy } from '../support/run-strategy.ts';

const PRICES = new URL('../../examples/data/sp500-2000.csv', import.meta.url);
const GOLDEN = new URL('../../../shared/golden/backtestingpy/SP500-sma_cross.json', import.meta.url);

interface GoldenRun {
  trades: { size: number; entryBar: number; exitBar: number; entryPrice: number; exitPrice: number; pnl: number }[];
  equity: number[];
}

function readPrices(): BarColumns {
  const rows = readFileSync(PRICES, 'utf8').trim().split('\n').slice(1);
  const bars = allocateBars(rows.length, 'own');
  rows.forEach((row, i) => {
    const [date = '', open, high, low, close, , volume] = row.split(',');
    bars.time[i] = Date.parse(date);
    bars.open[i] = Number(open);
    bars.high[i] = Number(high);
    bars.low[i] = Number(low);
    bars.close[i] = Number(close);
    bars.volume[i] = Number(volume);
  });
  return bars;
}

/** The crossing of that run: strict on both bars, so a tie swallows it. */
function crosses(a: Series, b: Series): boolean {
  return a.ago(1) < b.ago(1) && a.now > b.now;
}

describe.skipIf(!existsSync(GOLDEN))('SMA cross on the S&P 500, beside backtesting.py (needs ../shared/golden)', () => {
  const golden = existsSync(GOLDEN)
    ? (JSON.parse(readFileSync(GOLDEN, 'utf8')) as GoldenRun)
    : { trades: [], equity: [] };
  const ta = bindIndicators();
  const sma = ta['sma'] as (source: Series, period: number) => Series;
  const run = runStrategy(
    readPrices(),
    {
      setup: ({ data }) => ({ fast: sma(data.close, 10), slow: sma(data.close, 30) }),
      onBar({ order, position }, { fast, slow }) {
        if (crosses(fast, slow) && !position.isOpen) order.buy();
        else if (crosses(slow, fast)) position.close();
      },
    },
    { cash: 1_000_000, costs: { commission: { model: 'percent', fraction: 0.0005 } } },
  );

  // The two agree wherever their rules do: only the last trade, still open at the end, is closed elsewhere
  // (theirs at the last open, ours at the last close).
  it('makes the same trades but for the forced close', () => {
    expect(run.trades.qty).toHaveLength(golden.trades.length);
    for (const [row, trade] of golden.trades.slice(0, -1).entries()) {
      expect({
        size: run.trades.qty[row],
        entryBar: run.trades.entryBar[row],
        exitBar: run.trades.exitBar[row],
        entryPrice: run.trades.entryPrice[row],
        exitPrice: run.trades.exitPrice[row],
      }).toEqual({
        size: trade.size,
        entryBar: trade.entryBar,
        exitBar: trade.exitBar,
        entryPrice: trade.entryPrice,
        exitPrice: trade.exitPrice,
      });
      expect((run.trades.pnl[row] as number) / trade.pnl).toBeCloseTo(1, 9);
    }
  });

  it('has the same equity at every close before that', () => {
    const worst = golden.equity
      .slice(0, -1)
      .reduce((most, value, bar) => Math.max(most, Math.abs((run.equity[bar] as number) / value - 1)), 0);
    expect(worst).toBeLessThan(1e-12);
  });
});

import { describe, expect, it } from 'vitest';
import type { Simulation } from '#worker/engine/backtest.ts';
import { imbalance } from '../adds-up.ts';
import { expectGolden, expectGoldenRows, expectGoldenStatistics, goldenRuns, readGolden } from '../golden-files.ts';
import { readSp500 } from '../sp500.ts';
import { statisticsUnder } from '../statistics-under.ts';
import { CASH, RUNS } from './runs.ts';
import { STATISTICS } from './statistics.ts';

const FOLDER = 'vectorbt';
const NAMES = goldenRuns(FOLDER);

interface ListedOrder {
  bar: number;
  size: number;
  price: number;
  fees: number;
  side: 'buy' | 'sell';
}

interface ListedTrade {
  size: number;
  entryBar: number;
  entryPrice: number;
  exitBar: number;
  exitPrice: number;
  pnl: number;
  ret: number;
  direction: 'long' | 'short';
  status: 'open' | 'closed';
}

interface GoldenRun {
  orders: ListedOrder[];
  trades: ListedTrade[];
  equity: number[];
  stats: Record<string, number | string | null | { seconds: number }>;
}

function listOrders({ fills }: Simulation): ListedOrder[] {
  return Array.from(fills.bar, (bar, row) => ({
    bar,
    size: fills.qty[row] as number,
    price: fills.price[row] as number,
    fees: fills.commission[row] as number,
    side: fills.side[row] === 0 ? 'buy' : 'sell',
  }));
}

function listTrades({ trades }: Simulation): ListedTrade[] {
  return Array.from(trades.qty, (size, row) => ({
    size,
    entryBar: trades.entryBar[row] as number,
    entryPrice: trades.entryPrice[row] as number,
    exitBar: trades.exitBar[row] as number,
    exitPrice: trades.exitPrice[row] as number,
    pnl: trades.pnl[row] as number,
    ret: trades.returnFraction[row] as number,
    direction: trades.direction[row] === 1 ? 'long' : 'short',
    status: (trades.exitFill[row] as number) < 0 ? 'open' : 'closed',
  }));
}

describe.skipIf(NAMES.length === 0)('vectorbt on the S&P 500 (needs ../shared/golden)', () => {
  const bars = readSp500();

  it('has a run for each file', () => {
    expect(Object.keys(RUNS).toSorted()).toEqual(NAMES.toSorted());
  });

  describe.each(NAMES)('%s', (name) => {
    const golden = readGolden<GoldenRun>(FOLDER, name);
    const run = RUNS[name]?.(bars);
    if (run === undefined) return;

    it('fills the same orders', () => {
      const orders = listOrders(run);
      expect(orders.map(({ side }) => side)).toEqual(golden.orders.map(({ side }) => side));
      expectGoldenRows(orders, golden.orders, ['bar', 'size', 'price', 'fees']);
    });

    it('makes the same trades', () => {
      const trades = listTrades(run);
      const words = ({ direction, status }: ListedTrade) => `${direction}, ${status}`;
      expect(trades.map(words)).toEqual(golden.trades.map(words));
      expectGoldenRows(trades, golden.trades, ['size', 'entryBar', 'entryPrice', 'exitBar', 'exitPrice', 'pnl', 'ret']);
    });

    it('has the same equity at every close', () => {
      expect(run.equity).toHaveLength(golden.equity.length);
      golden.equity.forEach((value, bar) => {
        expectGolden(run.equity[bar] as number, value, `equity on bar ${bar}`);
      });
    });

    it('has the same statistics', () => {
      expectGoldenStatistics(statisticsUnder('vectorbt', run, bars, CASH), golden.stats, STATISTICS);
    });

    it('adds up', () => {
      expect(imbalance(run, CASH)).toBeLessThan(1e-12);
    });
  });
});

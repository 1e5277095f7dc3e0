import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '#shared/domain/run-result.ts';
import { runStrategy } from '../../support/run-strategy.ts';
import { imbalance } from '../adds-up.ts';
import { expectGolden, expectGoldenRows, expectGoldenStatistics, goldenRuns, readGolden } from '../golden-files.ts';
import { readSp500 } from '../sp500.ts';
import { statisticsUnder } from '../statistics-under.ts';
import { type ListedTrade, listTrades } from './listed-trades.ts';
import { CASH, RUNS, TERMS } from './runs.ts';
import { STATISTICS } from './statistics.ts';
import { smaCross } from './strategies/sma-cross.ts';

const FOLDER = 'backtestingpy';
const NAMES = goldenRuns(FOLDER);

interface GoldenRun {
  firstBar: number;
  trades: ListedTrade[];
  equity: number[];
  stats: Record<string, number | string | null | { seconds: number }>;
  /** What was dropped for lack of margin, each with its bar: `time=88: Broker canceled the order …` */
  warnings: string[];
}

describe.skipIf(NAMES.length === 0)('backtesting.py on the S&P 500 (needs ../shared/golden)', () => {
  const bars = readSp500();

  it('has a run for each file', () => {
    expect(Object.keys(RUNS).toSorted()).toEqual(NAMES.toSorted());
  });

  describe.each(NAMES)('%s', (name) => {
    const golden = readGolden<GoldenRun>(FOLDER, name);
    const run = RUNS[name]?.(bars);
    if (run === undefined) return;

    it('starts on the same bar', () => {
      expect(run.firstTradableBar).toBe(golden.firstBar);
    });

    it('makes the same trades, in the same order', () => {
      const members = [
        'size',
        'entryBar',
        'exitBar',
        'entryPrice',
        'exitPrice',
        'pnl',
        'commission',
        'returnPct',
      ] as const;
      expectGoldenRows(listTrades(run), golden.trades, members);
    });

    it('guards them at the same levels', () => {
      const levels = ({ sl, tp }: ListedTrade) => ({ sl: sl ?? 0, tp: tp ?? 0 });
      expectGoldenRows(listTrades(run).map(levels), golden.trades.map(levels), ['sl', 'tp']);
    });

    it('drops the same orders', () => {
      const dropped = golden.warnings.flatMap((text) => /^time=(\d+): Broker canceled/.exec(text)?.[1] ?? []);
      const isRejected = (_: number, row: number) => ORDER_STATUSES[run.orders.status[row] as number] === 'rejected';
      expect([...run.orders.endBar.filter(isRejected)]).toEqual(dropped.map(Number));
    });

    it('has the same equity at every close', () => {
      expect(run.equity).toHaveLength(golden.equity.length);
      golden.equity.forEach((value, bar) => {
        expectGolden(run.equity[bar] as number, value, `equity on bar ${bar}`);
      });
    });

    it('has the same statistics', () => {
      const ours = statisticsUnder('backtesting.py', run, bars, CASH);
      expectGoldenStatistics(ours, golden.stats, STATISTICS);
    });

    it('adds up', () => {
      expect(imbalance(run, CASH)).toBeLessThan(1e-12);
    });
  });

  // Our own rules agree wherever they say the same: only the last trade, still open at the end, is closed elsewhere
  // (theirs at the last open, ours at the last close).
  describe('SMA cross under hindcast-1', () => {
    if (NAMES.length === 0) return;
    const golden = readGolden<GoldenRun>(FOLDER, 'sma_cross');
    const run = runStrategy(bars, smaCross, { ...TERMS, semantics: 'hindcast-1' });

    it('makes the same trades but for the forced close', () => {
      const members = ['size', 'entryBar', 'exitBar', 'entryPrice', 'exitPrice', 'pnl'] as const;
      expectGoldenRows(listTrades(run).slice(0, -1), golden.trades.slice(0, -1), members);
      expect(run.trades.qty).toHaveLength(golden.trades.length);
    });

    it('has the same equity at every close before that', () => {
      golden.equity.slice(0, -1).forEach((value, bar) => {
        expectGolden(run.equity[bar] as number, value, `equity on bar ${bar}`);
      });
    });
  });
});

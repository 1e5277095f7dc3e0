import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MetricSource } from '../metric-source.ts';
import { sourceWith, tradesWith } from '../source.fixture.ts';
import { type ConventionId, computeUnder } from './conventions.ts';

/** Runs of other tools on the S&P 500 days of examples/data, kept beside the repository. */
const GOLDEN = new URL('../../../../shared/golden/', import.meta.url);

interface GoldenRun {
  backtest?: { cash: number };
  from_signals?: { init_cash: number };
  equity: number[];
  trades: {
    entryBar: number;
    exitBar: number;
    pnl: number;
    returnPct?: number;
    ret?: number;
    status?: string;
  }[];
  stats: Record<string, number | null>;
}

/** How a tool's statistic is called and in what it is written, against ours. */
type Names = Record<string, { id: string; factor: number }>;

const BACKTESTING_PY: Names = {
  'Return [%]': { id: 'totalReturn', factor: 100 },
  'Return (Ann.) [%]': { id: 'annualReturn', factor: 100 },
  'Volatility (Ann.) [%]': { id: 'volatility', factor: 100 },
  'CAGR [%]': { id: 'cagr', factor: 100 },
  'Sharpe Ratio': { id: 'sharpe', factor: 1 },
  'Sortino Ratio': { id: 'sortino', factor: 1 },
  'Calmar Ratio': { id: 'calmar', factor: 1 },
  'Max. Drawdown [%]': { id: 'maxDrawdown', factor: 100 },
  'Avg. Drawdown [%]': { id: 'averageDrawdown', factor: 100 },
  'Exposure Time [%]': { id: 'exposure', factor: 100 },
  '# Trades': { id: 'trades', factor: 1 },
  'Win Rate [%]': { id: 'winRate', factor: 100 },
  'Profit Factor': { id: 'profitFactor', factor: 1 },
  'Expectancy [%]': { id: 'expectancy', factor: 100 },
  SQN: { id: 'sqn', factor: 1 },
  'Kelly Criterion': { id: 'kelly', factor: 1 },
};

const VECTORBT: Names = {
  'Total Return [%]': { id: 'totalReturn', factor: 100 },
  'Max Drawdown [%]': { id: 'maxDrawdown', factor: -100 },
  'Sharpe Ratio': { id: 'sharpe', factor: 1 },
  'Sortino Ratio': { id: 'sortino', factor: 1 },
  'Calmar Ratio': { id: 'calmar', factor: 1 },
  'Omega Ratio': { id: 'omega', factor: 1 },
  'Win Rate [%]': { id: 'winRate', factor: 100 },
  'Profit Factor': { id: 'profitFactor', factor: 1 },
  Expectancy: { id: 'expectancy', factor: 1 },
};

describe('statistics of backtesting.py', () => heldTo('backtestingpy', 'backtesting.py', BACKTESTING_PY));
describe('statistics of vectorbt', () => heldTo('vectorbt', 'vectorbt', VECTORBT));

function heldTo(folder: string, convention: ConventionId, names: Names): void {
  const path = new URL(`${folder}/`, GOLDEN);
  if (!existsSync(path)) {
    it.skip(`no golden files in ../shared/golden/${folder}`, () => {});
    return;
  }
  const days = readFileSync(new URL('../../../examples/data/sp500-2000.csv', import.meta.url), 'utf8');
  const time = Float64Array.from(days.trim().split('\n').slice(1), (row) => Date.parse(row.slice(0, 10)));
  it.each(readdirSync(path).filter((name) => name.endsWith('.json')))('%s', (name) => {
    const golden: GoldenRun = JSON.parse(readFileSync(new URL(name, path), 'utf8'));
    const values = computeUnder(convention, sourceOf(golden, time));
    for (const [theirs, { id, factor }] of Object.entries(names)) {
      const expected = golden.stats[theirs] ?? Number.NaN;
      const actual = (values[id]?.value ?? Number.NaN) * factor;
      if (Number.isNaN(expected)) expect(actual, theirs).toBeNaN();
      else expect(Math.abs(actual - expected), `${theirs}: ${actual}`).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
    }
  });
}

function sourceOf({ backtest, from_signals, equity, trades }: GoldenRun, time: Float64Array): MetricSource {
  return sourceWith(Float64Array.from(equity), {
    time,
    initialCash: backtest?.cash ?? from_signals?.init_cash ?? Number.NaN,
    trades: {
      ...tradesWith(trades.map(({ pnl }) => pnl)),
      entryBar: Int32Array.from(trades, ({ entryBar }) => entryBar),
      exitBar: Int32Array.from(trades, ({ exitBar }) => exitBar),
      returnFraction: Float64Array.from(trades, ({ returnPct, ret }) => returnPct ?? ret ?? Number.NaN),
      forced: Uint8Array.from(trades, ({ status }) => (status === 'open' ? 1 : 0)),
    },
  });
}

import type { TradeColumns } from '#shared/domain/run-result.ts';
import { buyAndHoldReturn } from '../benchmark/buy-and-hold-return.ts';
import { DAY } from '../civil-month.ts';
import type { Measure, Metric, MetricInput } from '../metric.ts';
import type { Periods } from '../periods.ts';
import { prepareMetrics } from '../prepare-metrics.ts';
import { cagr } from '../returns/cagr.ts';
import { finalEquity } from '../returns/final-equity.ts';
import { totalReturn } from '../returns/total-return.ts';
import { maxDrawdown } from '../risk/max-drawdown.ts';
import { downsideDeviation } from '../risk/sortino.ts';
import { dayEnds, everyBar, medianStep, tradesOnWeekends } from '../sampling.ts';
import { mean, standardDeviation } from '../statistics/moments.ts';
import { kelly } from '../trading/kelly.ts';
import { sqn } from '../trading/sqn.ts';
import { trades } from '../trading/trades.ts';
import { winRate } from '../trading/win-rate.ts';
import { winsAndLosses } from '../trading/wins-and-losses.ts';
import { alpha, beta, heldFromWarmup } from './backtesting-py-benchmark.ts';
import { countedDrawdowns } from './backtesting-py-drawdowns.ts';
import {
  averageDrawdownDuration,
  averageTradeDuration,
  maxDrawdownDuration,
  maxTradeDuration,
} from './backtesting-py-durations.ts';
import type { Convention } from './convention.ts';
import { bestTrade, worstTrade } from './trade-extremes.ts';

/** Daily, unless the last hundred bars are exactly 7, 31 or 365 days apart; the first day has no return. */
function periods(time: Float64Array): Periods {
  const step = medianStep(time.subarray(-100));
  if (step === 7 * DAY) return { name: 'weekly', perYear: 52, samples: everyBar(time) };
  if (step === 31 * DAY) return { name: 'monthly', perYear: 12, samples: everyBar(time) };
  if (step === 365 * DAY) return { name: 'yearly', perYear: 1, samples: everyBar(time) };
  const ends = dayEnds(time);
  return { name: 'daily', perYear: tradesOnWeekends(time, ends) ? 365 : 252, samples: ends };
}

/** exp(mean(log(1 + r))); 1 where a period lost everything. */
function geometricGrowth(returns: Float64Array): number {
  if (returns.some((value) => value <= -1)) return 1;
  return Math.exp(mean(returns.map(Math.log1p)));
}

const annualReturn: Metric = {
  id: 'annualReturn',
  unit: 'fraction',
  convention: 'geometric mean of returns, compounded',
  compute: ({ returns, periodsPerYear }) => geometricGrowth(returns) ** periodsPerYear - 1,
};

/** Volatility of the compounded year, √((s² + g²)^N − g^2N) with g the geometric growth of a period. */
const volatility: Metric = {
  id: 'volatility',
  unit: 'fraction',
  convention: 'geometric, variance compounded over a year',
  compute({ returns, periodsPerYear }) {
    const growth = geometricGrowth(returns) ** 2;
    return Math.sqrt((standardDeviation(returns, 1) ** 2 + growth) ** periodsPerYear - growth ** periodsPerYear);
  },
};

const sharpe: Metric = {
  id: 'sharpe',
  unit: 'ratio',
  convention: 'geometric annual return / geometric annual volatility',
  compute: (input) => annualReturn.compute(input) / volatility.compute(input),
};

const sortino: Metric = {
  id: 'sortino',
  unit: 'ratio',
  convention: 'geometric annual return / annual downside deviation',
  compute: (input) =>
    annualReturn.compute(input) / (downsideDeviation(input.returns) * Math.sqrt(input.periodsPerYear)),
};

const calmar: Metric = {
  id: 'calmar',
  unit: 'ratio',
  convention: 'geometric annual return / |max drawdown|',
  compute: (input) => annualReturn.compute(input) / -maxDrawdown.compute(input),
};

const averageDrawdown: Metric = {
  id: 'averageDrawdown',
  unit: 'fraction',
  convention: 'mean of the deepest point of each drawdown',
  compute(input) {
    const counted = countedDrawdowns(input);
    return counted.reduce((sum, { depth }) => sum + depth, 0) / counted.length;
  },
};

const peakEquity: Measure = {
  id: 'peakEquity',
  unit: 'money',
  convention: 'highest equity at a close',
  compute: ({ equity }) => equity.reduce((peak, value) => Math.max(peak, value), Number.NEGATIVE_INFINITY),
};

/** Bars from entry to exit of any trade, both included, of all bars. */
const exposure: Metric = {
  id: 'exposure',
  unit: 'fraction',
  convention: 'bars from entry to exit, both included, of all bars',
  compute({ trades: { entryBar, exitBar }, time }) {
    const held = new Uint8Array(time.length);
    entryBar.forEach((entry, row) => {
      held.fill(1, entry, (exitBar[row] as number) + 1);
    });
    return held.reduce((sum, bar) => sum + bar, 0) / held.length;
  },
};

const profitFactor: Metric = {
  id: 'profitFactor',
  unit: 'ratio',
  convention: 'from percentages of trades, not money',
  compute({ trades: { returnFraction } }) {
    const { won, lost } = winsAndLosses(returnFraction);
    return won / lost;
  },
};

const expectancy: Metric = {
  id: 'expectancy',
  unit: 'fraction',
  convention: 'mean return of a trade',
  compute: (input: MetricInput) => mean(input.trades.returnFraction),
};

const averageTrade: Measure = {
  id: 'averageTrade',
  unit: 'fraction',
  convention: 'geometric mean of the returns of trades',
  compute: (input) => geometricGrowth(input.trades.returnFraction) - 1,
};

const commissionPaid: Metric = {
  id: 'commissionPaid',
  unit: 'money',
  convention: 'sum over closed trades',
  compute: ({ trades: { commission } }) => commission.reduce((sum, paid) => sum + paid, 0),
};

/**
 * backtesting.py 0.6: geometric annual figures over all bars, warm-up included. The benchmark is the price of the
 * first symbol. Trades that stay open don't count.
 */
export const backtestingPy: Convention = {
  id: 'backtesting.py',
  prepare: (source) => ({
    ...prepareMetrics({ ...source, trades: closedTrades(source.trades), firstTradableBar: 0 }, periods),
    buyAndHold: heldFromWarmup(source),
  }),
  metrics: [
    finalEquity,
    peakEquity,
    commissionPaid,
    totalReturn,
    buyAndHoldReturn,
    annualReturn,
    cagr,
    volatility,
    sharpe,
    sortino,
    calmar,
    alpha,
    beta,
    maxDrawdown,
    averageDrawdown,
    maxDrawdownDuration,
    averageDrawdownDuration,
    exposure,
    trades,
    winRate,
    bestTrade,
    worstTrade,
    averageTrade,
    maxTradeDuration,
    averageTradeDuration,
    profitFactor,
    expectancy,
    sqn,
    kelly,
  ],
};

/** The trades that have an exit. */
function closedTrades(trades: TradeColumns): TradeColumns {
  const isClosed = (_: number, row: number) => (trades.exitFill[row] as number) >= 0;
  const closed = Object.entries(trades).map(([name, column]) => [name, column.filter(isClosed)]);
  return Object.fromEntries(closed) as TradeColumns;
}

import { buyAndHoldReturn } from '../benchmark/buy-and-hold-return.ts';
import { DAY } from '../civil-month.ts';
import { commissionPaid } from '../costs/commission-paid.ts';
import type { Metric } from '../metric.ts';
import type { MetricSource } from '../metric-source.ts';
import { prepareMetrics } from '../prepare-metrics.ts';
import { annualReturn } from '../returns/annual-return.ts';
import { finalEquity } from '../returns/final-equity.ts';
import { totalReturn } from '../returns/total-return.ts';
import { calmar } from '../risk/calmar.ts';
import { maxDrawdown } from '../risk/max-drawdown.ts';
import { omega } from '../risk/omega.ts';
import { sharpe } from '../risk/sharpe.ts';
import { sortino } from '../risk/sortino.ts';
import { tailRatio } from '../risk/tail-ratio.ts';
import { volatility } from '../risk/volatility.ts';
import { everyBar, medianStep } from '../sampling.ts';
import { expectancy } from '../trading/expectancy.ts';
import { profitForced } from '../trading/forced.ts';
import { profitFactor } from '../trading/profit-factor.ts';
import { trades } from '../trading/trades.ts';
import { winRate } from '../trading/win-rate.ts';
import { withoutForced } from '../trading/without-forced.ts';
import type { Convention } from './convention.ts';
import { maxGrossExposure } from './gross-exposure.ts';
import { bestTrade, worstTrade } from './trade-extremes.ts';
import {
  averageLoss,
  averageLossDuration,
  averageWin,
  averageWinDuration,
  closedTrades,
  openTrades,
} from './vectorbt-trades.ts';

const maxDrawdownDuration: Metric = {
  id: 'maxDrawdownDuration',
  unit: 'days',
  convention: 'bars under water, each as long as the usual one',
  compute({ drawdowns, equity, time }) {
    const underWater = drawdowns.map(({ peak, recovery }) => (recovery ?? equity.length) - peak - 1);
    return (Math.max(0, ...underWater) * medianStep(time)) / DAY;
  },
};

/**
 * vectorbt 0.28: our formulas over the returns of every bar, the first one included, with 365 days a year for
 * stocks too; the benchmark is the price of the first symbol. Trades still open at the end count as trades, and in
 * none of the averages. Durations are counted in bars.
 */
export const vectorbt: Convention = {
  id: 'vectorbt',
  prepare: (source) =>
    prepareMetrics(withOpeningBar(withPriceAsBenchmark(source)), (time) => ({
      name: 'per bar',
      perYear: (365 * DAY) / medianStep(time),
      samples: everyBar(time),
    })),
  metrics: [
    finalEquity,
    totalReturn,
    buyAndHoldReturn,
    maxGrossExposure,
    commissionPaid,
    annualReturn,
    volatility,
    sharpe,
    sortino,
    omega,
    calmar,
    maxDrawdown,
    maxDrawdownDuration,
    tailRatio,
    trades,
    closedTrades,
    openTrades,
    profitForced,
    withoutForced(winRate, 'winRate'),
    withoutForced(bestTrade, 'bestTrade'),
    withoutForced(worstTrade, 'worstTrade'),
    averageWin,
    averageLoss,
    averageWinDuration,
    averageLossDuration,
    withoutForced(profitFactor, 'profitFactor'),
    withoutForced(expectancy, 'expectancy'),
  ],
};

/** The first symbol from its first close on; our own benchmark where prices aren't known. */
function withPriceAsBenchmark(source: MetricSource): MetricSource {
  const prices = source.closes?.[0];
  if (prices === undefined) return source;
  return { ...source, buyAndHold: prices.map((price) => (source.initialCash * price) / (prices[0] as number)) };
}

/** The run with the capital as a bar of its own in front, so that the first bar has a return. */
function withOpeningBar(source: MetricSource): MetricSource {
  const before = (values: Float64Array, first: number) => {
    const column = new Float64Array(values.length + 1);
    column[0] = first;
    column.set(values, 1);
    return column;
  };
  const later = (bar: number) => bar + 1;
  return {
    ...source,
    time: before(source.time, (source.time[0] ?? Number.NaN) - medianStep(source.time)),
    equity: before(source.equity, source.initialCash),
    buyAndHold: before(source.buyAndHold, source.initialCash),
    closes: (source.closes ?? []).map((prices) => before(prices, Number.NaN)),
    fills: { ...source.fills, bar: source.fills.bar.map(later) },
    trades: {
      ...source.trades,
      entryBar: source.trades.entryBar.map(later),
      exitBar: source.trades.exitBar.map(later),
    },
    firstTradableBar: 0,
  };
}

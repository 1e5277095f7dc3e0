import { DAY } from '../civil-month.ts';
import type { MetricSource } from '../metric-source.ts';
import { prepareMetrics } from '../prepare-metrics.ts';
import { annualReturn } from '../returns/annual-return.ts';
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
import { profitFactor } from '../trading/profit-factor.ts';
import { winRate } from '../trading/win-rate.ts';
import { withoutForced } from '../trading/without-forced.ts';
import type { Convention } from './convention.ts';

/**
 * vectorbt 0.28: our formulas over the returns of every bar, the first one included, with 365 days a year for
 * stocks too. Trades still open at the end count in none of the trade metrics.
 */
export const vectorbt: Convention = {
  id: 'vectorbt',
  prepare: (source) =>
    prepareMetrics(withOpeningBar(source), (time) => ({
      name: 'per bar',
      perYear: (365 * DAY) / medianStep(time),
      samples: everyBar(time),
    })),
  metrics: [
    totalReturn,
    annualReturn,
    volatility,
    sharpe,
    sortino,
    omega,
    calmar,
    maxDrawdown,
    tailRatio,
    withoutForced(winRate, 'winRate'),
    withoutForced(profitFactor, 'profitFactor'),
    withoutForced(expectancy, 'expectancy'),
  ],
};

/** The run with the capital as a bar of its own in front, so that the first bar has a return. */
function withOpeningBar(source: MetricSource): MetricSource {
  const before = (values: Float64Array, first: number) => {
    const column = new Float64Array(values.length + 1);
    column[0] = first;
    column.set(values, 1);
    return column;
  };
  return {
    ...source,
    time: before(source.time, (source.time[0] ?? Number.NaN) - medianStep(source.time)),
    equity: before(source.equity, source.initialCash),
    buyAndHold: before(source.buyAndHold, source.initialCash),
    firstTradableBar: 0,
  };
}

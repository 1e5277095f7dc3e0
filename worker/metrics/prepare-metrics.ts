import { DAY } from './civil-month.ts';
import { costBreakdown } from './cost-breakdown.ts';
import { drawdownPeriods } from './drawdown-periods.ts';
import type { Excursions } from './excursions.ts';
import type { MetricInput } from './metric.ts';
import type { MetricSource } from './metric-source.ts';
import { calendarPeriods, type Periods, periodicReturns } from './periods.ts';
import { withoutForcedTrades } from './trade-sample.ts';

const NO_EXCURSIONS: Excursions = {
  favourable: new Float64Array(0),
  adverse: new Float64Array(0),
  favourableFraction: new Float64Array(0),
  adverseFraction: new Float64Array(0),
};

/**
 * Everything that metrics share, computed once in a few passes over the bars.
 *
 * Measuring starts at the close of the last warm-up bar, with the initial capital: a long warm-up neither
 * dilutes the risk nor lengthens the time.
 *
 * @param periodsOf how time is cut into periods; the calendar's by default
 */
export function prepareMetrics(
  source: MetricSource,
  periodsOf: (time: Float64Array) => Periods = calendarPeriods,
): MetricInput {
  const start = Math.max(0, source.firstTradableBar - 1);
  const time = source.time.subarray(start);
  const equity = fromCapital(source.equity.subarray(start), source.initialCash);
  const buyAndHold = fromCapital(source.buyAndHold.subarray(start), source.initialCash);
  const finalEquity = equity.at(-1) ?? Number.NaN;
  const periods = periodsOf(time);
  const returns = periodicReturns(equity, periods.samples);
  return {
    time,
    equity,
    buyAndHold,
    closes: (source.closes ?? []).map((prices) => prices.subarray(start)),
    initialCash: source.initialCash,
    finalEquity,
    years: ((time.at(-1) ?? Number.NaN) - (time[0] ?? Number.NaN)) / (365.25 * DAY),
    periodName: periods.name,
    periodsPerYear: periods.perYear,
    returns,
    benchmarkReturns: periodicReturns(buyAndHold, periods.samples).subarray(0, returns.length),
    drawdowns: drawdownPeriods(time, equity),
    trades: source.trades,
    tradesWithoutForced: withoutForcedTrades(source.trades),
    excursions: source.excursions ?? NO_EXCURSIONS,
    barsInMarket: source.barsInMarket,
    tradableBars: Math.max(0, source.time.length - source.firstTradableBar),
    fills: source.fills,
    multipliers: source.multipliers,
    costs: costBreakdown(source.fills, source.multipliers, finalEquity - source.initialCash),
  };
}

/** The same column, starting at the capital even where the first bar already paid the cost of a fill. */
function fromCapital(values: Float64Array, capital: number): Float64Array {
  if (values.length === 0 || values[0] === capital) return values;
  const copy = values.slice();
  copy[0] = capital;
  return copy;
}

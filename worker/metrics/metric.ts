import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { CostBreakdown, FillColumns, MetricUnit } from '#shared/domain/run-result.ts';
import type { Money } from '#shared/domain/units.ts';
import type { DrawdownPeriod } from './drawdown-periods.ts';
import type { Excursions } from './excursions.ts';
import type { TradeSample } from './trade-sample.ts';

/** A run prepared for measuring; made once by `prepareMetrics`, read by every metric. */
export interface MetricInput {
  /** Open times of the measured bars, ms UTC. */
  readonly time: Float64Array;
  /** Equity at the close of each measured bar; the first one is the capital before any trade. */
  readonly equity: Float64Array;
  /** The benchmark at the same closes, from the same capital. */
  readonly buyAndHold: Float64Array;
  /** Last price of each symbol at the same closes; empty where prices aren't known. */
  readonly closes: readonly Float64Array[];
  readonly initialCash: Money;
  /** Last equity; NaN without bars. */
  readonly finalEquity: Money;
  /** Calendar time from the first to the last measured bar, in years of 365.25 days. */
  readonly years: number;
  /** What one return covers: `daily`, `weekly` … */
  readonly periodName: string;
  readonly periodsPerYear: number;
  /** Simple return of each period. Ends with the period in which equity reached zero, if it did. */
  readonly returns: Float64Array;
  /** The benchmark's returns in the same periods; never longer than `returns`. */
  readonly benchmarkReturns: Float64Array;
  readonly drawdowns: readonly DrawdownPeriod[];
  readonly trades: TradeSample;
  /** The trades that ended before the data did. */
  readonly tradesWithoutForced: TradeSample;
  /** Of the trades, row by row; without rows where they aren't known. */
  readonly excursions: Excursions;
  /** Bars at whose close a position was open, and bars at whose close one could have been. */
  readonly barsInMarket: number;
  readonly tradableBars: number;
  readonly fills: FillColumns;
  readonly multipliers: readonly number[];
  readonly costs: CostBreakdown;
}

/** One number about a run. */
export interface Measure {
  readonly id: string;
  readonly unit: MetricUnit;
  /** How it is computed where tools disagree, in a few words for the report. */
  readonly convention: string | ((input: MetricInput) => string);
  /** The value; NaN where it isn't defined. */
  compute(input: MetricInput): number;
}

/** A number of our catalogue. */
export interface Metric extends Measure {
  /** Public and stable. */
  readonly id: MetricId;
}

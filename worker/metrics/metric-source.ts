import type { FillColumns, TradeColumns } from '#shared/domain/run-result.ts';
import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { Excursions } from './excursions.ts';

/** What the engine hands over to be measured: the parts of a result that metrics are made of. */
export interface MetricSource {
  /** Open times of the bars of the run's clock, ms UTC, ascending. */
  readonly time: Float64Array;
  /** Cash plus positions at each bar's close; as long as `time`. */
  readonly equity: Float64Array;
  /** The benchmark: the same capital bought and held, on the same clock. */
  readonly buyAndHold: Float64Array;
  /** Last price of each symbol at each bar of the clock; absent where prices aren't known. */
  readonly closes?: readonly Float64Array[];
  /** First bar on which the strategy was called; the bars before it are warm-up and aren't measured. */
  readonly firstTradableBar: BarIndex;
  /** Bars at whose close a position was open. */
  readonly barsInMarket: number;
  readonly trades: TradeColumns;
  readonly fills: FillColumns;
  /** Of the trades, row by row; absent where the prices between the fills aren't known, as in lists of other tools. */
  readonly excursions?: Excursions;
  /** Money per point of price and unit, for each symbol of the run. */
  readonly multipliers: readonly number[];
  readonly initialCash: Money;
}

import type { BarColumns } from '#shared/domain/bars.ts';
import type { OrderColumns, TradeColumns } from '#shared/domain/run-result.ts';
import type { MetricInput } from '../metrics/metric.ts';
import { gapsIn } from './gaps.ts';

/** One symbol's bars, and where they stand on the run's clock. */
export interface SymbolHistory {
  readonly bars: BarColumns;
  /** Row of its bar at each bar of the clock, −1 where it has none; null when its bars are the clock itself. */
  readonly rows: Int32Array | null;
}

/** A finished run and the market it was made on. */
export interface CheckSource {
  /** The run as metrics see it: fills, costs, equity and time without warm-up. */
  readonly measured: MetricInput;
  readonly symbols: readonly string[];
  /** Open times of the bars of the run's clock, ms UTC; trades, fills and orders point into it. */
  readonly time: Float64Array;
  readonly trades: TradeColumns;
  readonly orders: OrderColumns;
  /** One for each symbol. */
  readonly market: readonly SymbolHistory[];
  /** Parameters that the strategy declares. */
  readonly parameters: number;
  /** Code of the account's currency, for sentences. */
  readonly currency: string;
}

/** A run prepared for checking; made once by `prepareChecks`, read by every check. */
export interface CheckInput extends Omit<CheckSource, 'market'> {
  readonly market: readonly CheckedHistory[];
}

/** What is known about one symbol's bars. */
export interface CheckedHistory extends SymbolHistory {
  /** Bars of the run's clock that follow a gap in this symbol's data, ascending. */
  readonly afterGaps: Int32Array;
  /** Some bar has volume: where a bar has none, nobody traded. */
  readonly hasVolume: boolean;
  /** Some bar has a range: a bar of one price says something. */
  readonly hasRange: boolean;
}

/** Gathers what checks share, in a few passes over the bars. */
export function prepareChecks(source: CheckSource): CheckInput {
  return { ...source, market: source.market.map(checkedHistory) };
}

function checkedHistory(history: SymbolHistory): CheckedHistory {
  const { bars, rows } = history;
  const gaps = gapsIn(bars.time);
  return {
    ...history,
    afterGaps: rows === null ? gaps : onClock(gaps, rows),
    hasVolume: bars.volume.some((volume) => volume > 0),
    hasRange: bars.high.some((high, row) => high > (bars.low[row] as number)),
  };
}

/** The bars of the clock at which these rows come in; both ascending. */
function onClock(wanted: Int32Array, rows: Int32Array): Int32Array {
  const bars = new Int32Array(wanted.length);
  for (let bar = 0, found = 0; found < wanted.length; bar++) {
    if (rows[bar] === wanted[found]) bars[found++] = bar;
  }
  return bars;
}

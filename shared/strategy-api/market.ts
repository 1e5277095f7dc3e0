import type { Series } from './series.ts';

/** How long a bar lasts: seconds (s), minutes (m), hours (h), days (d), weeks (w), months (M) or a year (y). */
export type Timeframe =
  | '1s'
  | '1m'
  | '3m'
  | '5m'
  | '10m'
  | '15m'
  | '30m'
  | '1h'
  | '2h'
  | '4h'
  | '6h'
  | '8h'
  | '12h'
  | '1d'
  | '1w'
  | '1M'
  | '3M'
  | '1y';

/** The bars of one symbol in one timeframe. */
export interface Bars {
  readonly symbol: string;
  readonly open: Series;
  readonly high: Series;
  readonly low: Series;
  readonly close: Series;
  /** NaN where the source has no volume. */
  readonly volume: Series;
  /** Opening time of each bar, ms since 1970 UTC. */
  readonly time: Series;
  /**
   * True when a bar of these is new at the current time: for the bars of the run whenever the symbol has one
   * (always, with a single symbol), for a higher timeframe when one of its bars was completed.
   */
  readonly hasBar: boolean;
}

/** The bars of one symbol that the run goes through one by one. */
export interface BaseBars extends Bars {
  /**
   * The same symbol in a higher timeframe, made of these bars: `data.at('1d').close.now` is the close of the last
   * complete day, `ago(1)` that of the day before. A bar comes in with the bar of the run that completes it, or,
   * where that one is missing, with the next; two may then come in at once. Until then it can't be seen.
   * Indicators take it as they take `data`: `ta.atr(data.at('1d'), 14)`.
   * @throws when the timeframe is unknown, or is not made of whole bars of the run.
   */
  at(timeframe: Timeframe): Bars;
}

/** The market a strategy runs on: the bars of the first symbol, and all the others by name. */
export interface Market extends BaseBars {
  /** All symbols of the run, in the order in which they were given. */
  readonly symbols: readonly string[];
  /** The bars of another symbol. */
  of(symbol: string): BaseBars;
}

/** The current bar of the first symbol. */
export interface CurrentBar {
  /** Position on the run's clock, from 0. */
  readonly index: number;
  /** Opening time, ms since 1970 UTC. */
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

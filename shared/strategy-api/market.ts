import type { Series } from './series.ts';

/** The bars of one symbol. */
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
  /** True when this symbol has a bar at the current time (always, with a single symbol). */
  readonly hasBar: boolean;
}

/** The market a strategy runs on: the bars of the first symbol, and all the others by name. */
export interface Market extends Bars {
  /** All symbols of the run, in the order in which they were given. */
  readonly symbols: readonly string[];
  /** The bars of another symbol. */
  of(symbol: string): Bars;
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

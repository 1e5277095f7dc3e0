/** The prices of a bar that each symbol has; NaN where it has none. */
export interface BarPrices {
  open(symbol: number): number;
  high(symbol: number): number;
  low(symbol: number): number;
  close(symbol: number): number;
}

/** The bar that each symbol has now; a symbol without one has row −1 and NaN prices. */
export interface BarQuotes extends BarPrices {
  /** Where the run's clock stands. */
  readonly tick: number;
  /** Orders are meeting the bar: where it closes isn't known yet. */
  isUnderWay: boolean;
  row(symbol: number): number;
  /** When the bar opened, ms since 1970 UTC. */
  barTime(symbol: number): number;
  /** When the trading day of the bar ends. */
  dayEnd(symbol: number): number;
  volume(symbol: number): number;
  /** The bar of each symbol before the one that it has now. */
  readonly before: BarPrices;
}

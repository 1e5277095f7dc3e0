/** What the market is like for a fill; one object reused by the broker. */
export interface MarketConditions {
  tickSize: number;
  /** Units traded in the bar of the fill; NaN where unknown. */
  volume: number;
  /** Usual size of a bar: mean true range of the bars BEFORE the one of the fill, in price points; NaN where unknown. */
  volatility: number;
  /** Bid-ask distance of the spread series at the bar, in price points; NaN where there is none. */
  quotedSpread: number;
}

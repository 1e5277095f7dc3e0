import { BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import type { BarFeed, MarketFeed } from '../strategy/feed.ts';
import { type ColumnSeries, type Cursor, columnOf, cursorOf } from '../strategy/series.ts';

/** The bars under a series: of which symbol, and of which timeframe where it isn't that of the run. */
export interface BarsUnder {
  readonly feed: BarFeed;
  readonly timeframe: Timeframe | null;
}

/** The bars whose rows a cursor counts; null for none of this market. */
export function barsUnder(cursor: Cursor, market: MarketFeed): BarsUnder | null {
  for (const feed of market.feeds) {
    if (feed.cursor === cursor) return { feed, timeframe: null };
    const higher = feed.higher.find((one) => one.cursor === cursor);
    if (higher !== undefined) return { feed: higher, timeframe: higher.timeframe };
  }
  return null;
}

/** Which column of its bars a series is; null for one that was computed. */
export function barColumnOf(series: ColumnSeries, market: MarketFeed): keyof BarColumns | null {
  const bars = barsUnder(cursorOf(series), market)?.feed.bars;
  return BAR_COLUMNS.find((name) => bars?.[name] === columnOf(series)) ?? null;
}

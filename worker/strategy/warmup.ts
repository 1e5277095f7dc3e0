import type { MarketFeed } from './feed.ts';
import { type ColumnSeries, columnOf, cursorOf, isSeries } from './series.ts';

const DEEPEST = 4;

/** Every series in what `setup` returned: members of objects, arrays, maps and sets, a few levels deep. */
export function seriesIn(value: unknown, depth = 0): ColumnSeries[] {
  if (isSeries(value)) return [value];
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return [];
  const members = value instanceof Map || value instanceof Set ? [...value.values()] : Object.values(value);
  return members.flatMap((member) => seriesIn(member, depth + 1));
}

/**
 * For each symbol the first tick at which all of its series have a value (the number of ticks when one never has).
 * A series of a higher timeframe has it from the bar on with which it can be seen. A symbol without series is ready
 * with its first bar, but not before the first symbol that has some.
 */
export function readyTicks(series: readonly ColumnSeries[], market: MarketFeed): Int32Array {
  const ticks = market.time.length;
  const first = series.map((one) => ({ cursor: cursorOf(one), row: firstValue(columnOf(one)) }));
  const own = market.feeds.map((feed) =>
    first.map(({ cursor, row }) => feed.rowUnder(cursor, row)).filter((row) => row !== null),
  );
  const ready = market.feeds.map((feed, symbol) => {
    const row = (own[symbol] ?? []).reduce((latest, one) => Math.max(latest, one), 0);
    return feed.tickOf(row, ticks);
  });
  const withSeries = ready.filter((_, symbol) => own[symbol]?.length);
  const start = withSeries.length === 0 ? 0 : Math.min(...withSeries);
  return Int32Array.from(ready, (tick) => Math.max(tick, start));
}

function firstValue(column: Float64Array): number {
  const row = column.findIndex((value) => !Number.isNaN(value));
  return row < 0 ? column.length : row;
}

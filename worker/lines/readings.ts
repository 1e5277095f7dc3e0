import type { SymbolFeed } from '../strategy/feed.ts';
import { type ColumnSeries, columnOf, cursorOf } from '../strategy/series.ts';

/**
 * What `now` of each series reads on every bar of the run's clock: on bars without one of its own the last value stays,
 * and a value of a longer timeframe comes in with the bar that completes it. NaN before the first value.
 * @param series of the symbol's bars, or of a longer timeframe of them
 * @returns columns of `ticks` values, in memory that threads share
 */
export function readings(series: readonly ColumnSeries[], feed: SymbolFeed, ticks: number): Float64Array[] {
  const read = series.map((one) => {
    const values = new Float64Array(new SharedArrayBuffer(ticks * Float64Array.BYTES_PER_ELEMENT));
    return { cursor: cursorOf(one), column: columnOf(one), values };
  });
  feed.rewind();
  for (let tick = 0; tick < ticks; tick++) {
    feed.advance(tick);
    for (const { cursor, column, values } of read)
      values[tick] = cursor.row < 0 ? Number.NaN : (column[cursor.row] as number);
  }
  return read.map(({ values }) => values);
}

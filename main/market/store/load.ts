import { allocateBars, sliceBars } from '#shared/domain/bars.ts';
import type { LoadedSeries, SeriesSummary } from '#shared/domain/series.ts';
import type { Ms } from '#shared/domain/units.ts';
import { damagedSeries, noBarsInRange } from '../market-errors.ts';
import { seriesHash } from '../series-hash.ts';
import { copyBars } from './chunk.ts';
import type { ChunkTable } from './chunk-table.ts';

/** Both ends belong to the range; an end that is missing is open. */
export interface TimeRange {
  from?: Ms;
  to?: Ms;
}

/**
 * The bars of a series, or of a range of it, in shared memory. Every chunk is checked against its hash; a whole
 * series has the hash that is stored with it, a part is hashed anew.
 * @throws HindcastError: kind `data` when the range has no bars, kind `storage` when bars are damaged or missing.
 */
export function loadSeries(chunks: ChunkTable, series: SeriesSummary, range: TimeRange): LoadedSeries {
  const from = range.from ?? series.firstTime;
  const to = range.to ?? series.lastTime;
  const heads = chunks.heads(series, from, to);
  const pieces = heads.map((head) => {
    const isWhole = head.firstTime >= from && head.lastTime <= to;
    const [start, end] = isWhole ? [0, head.rows] : rowsBetween(chunks.read(series, head).time, from, to);
    return { head, start, end };
  });
  const rows = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWhole = from <= series.firstTime && to >= series.lastTime;
  if (isWhole && rows !== series.rows) throw damagedSeries(series);
  if (rows === 0) throw noBarsInRange(series, range.from, range.to);

  const bars = allocateBars(rows, 'shared');
  let at = 0;
  for (const { head, start, end } of pieces) {
    copyBars(sliceBars(chunks.read(series, head), start, end), bars, at);
    at += end - start;
  }
  const { symbol, timeframe, source, instrument, closeOnly } = series;
  const hash = isWhole ? series.hash : seriesHash(bars);
  return { key: { symbol, timeframe, source }, instrument, closeOnly, bars, hash };
}

/** The rows whose times lie in the range: from the first number up to but not including the second. */
function rowsBetween(time: Float64Array, from: Ms, to: Ms): [start: number, end: number] {
  const start = time.findIndex((each) => each >= from);
  const end = time.findLastIndex((each) => each <= to) + 1;
  return start === -1 ? [0, 0] : [start, Math.max(start, end)];
}

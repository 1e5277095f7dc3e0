import type { BarColumns } from '#shared/domain/bars.ts';
import type { LoadedSeries } from '#shared/domain/series.ts';
import { gapsIn } from '#worker/checks/gaps.ts';
import { type BarBuckets, BarPicture } from '#worker/viewport/bar-picture.ts';
import { type Coverage, coverage } from '#worker/viewport/coverage.ts';
import { rowAt } from '#worker/viewport/markers.ts';
import { type SeriesStatistics, seriesStatistics } from '#worker/viewport/series-statistics.ts';
import { noSuchRow } from '../market/market-errors.ts';
import type { MarketStore } from '../market/store/market-store.ts';
import { MemoryCache } from './memory-cache.ts';

const MEMORY = 256e6;
const MOST_GAPS = 200;

/** The part of a chart that is asked for; see `bucketGrid`. */
export interface Viewport {
  from: number;
  to: number;
  buckets: number;
}

/** A stretch without bars that the market's hours don't explain. */
export interface Gap {
  /** The first bar behind it. */
  row: number;
  from: number;
  to: number;
}

export interface SeriesQuality {
  statistics: SeriesStatistics;
  /** Of all gaps. */
  gapCount: number;
  /** The longest, in the order of time. */
  gaps: Gap[];
  coverage: Coverage;
}

/** Pictures of stored series. Those that were looked at last stay in memory. */
export class SeriesAnalysis {
  readonly #market: MarketStore;
  readonly #pictures = new MemoryCache<BarPicture>(MEMORY, ({ bytes }) => bytes);

  constructor(market: MarketStore) {
    this.#market = market;
  }

  viewport(selector: string, { from, to, buckets }: Viewport): BarBuckets {
    return this.#picture(selector).viewport(from, to, buckets);
  }

  /** @throws HindcastError `usage.no-such-row` */
  bar(selector: string, row: number): Bar {
    return barAt(this.#picture(selector).bars, row);
  }

  rowAt(selector: string, time: number): number {
    return rowAt(this.#picture(selector).bars.time, time);
  }

  quality(selector: string): SeriesQuality {
    const { bars } = this.#picture(selector);
    const rows = gapsIn(bars.time);
    return {
      statistics: seriesStatistics(bars),
      gapCount: rows.length,
      gaps: longest(bars.time, rows),
      coverage: coverage(bars.time, rows),
    };
  }

  /** Reads the bars without keeping them: lists ask for every series once. */
  countGaps(selector: string): number {
    return gapsIn(this.#load(selector).bars.time).length;
  }

  #picture(selector: string): BarPicture {
    const series = this.#market.find(selector);
    return this.#pictures.get(`${series.id} ${series.hash}`, () => new BarPicture(this.#market.load(series).bars));
  }

  #load(selector: string): LoadedSeries {
    return this.#market.load(this.#market.find(selector));
  }
}

/** One bar, with the row that it stands in. */
export type Bar = { row: number } & Record<keyof BarColumns, number>;

/** @throws HindcastError `usage.no-such-row` */
export function barAt(bars: BarColumns, row: number): Bar {
  const { time, open, high, low, close, volume } = bars;
  if (row >= time.length) throw noSuchRow(row, time.length);
  const at = (column: Float64Array) => column[row] as number;
  return { row, time: at(time), open: at(open), high: at(high), low: at(low), close: at(close), volume: at(volume) };
}

function longest(time: Float64Array, rows: Int32Array): Gap[] {
  const gaps = Array.from(rows, (row): Gap => ({ row, from: time[row - 1] as number, to: time[row] as number }));
  return gaps
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST_GAPS)
    .sort((a, b) => a.row - b.row);
}

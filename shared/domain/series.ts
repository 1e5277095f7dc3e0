import type { BarColumns } from './bars.ts';
import type { Instrument } from './instrument.ts';
import type { Timeframe } from './timeframe.ts';
import type { Ms } from './units.ts';

/** What names a series: the same symbol may be stored from several sources and in several timeframes. */
export interface SeriesKey {
  symbol: string;
  timeframe: Timeframe;
  /** `import` for files the user imported; `file` for the snapshot that a run on a bare file keeps. */
  source: string;
}

/** One stored series, without its bars. */
export interface SeriesSummary extends SeriesKey {
  id: number;
  rows: number;
  firstTime: Ms;
  lastTime: Ms;
  /** SHA-256 over the bars alone: the same bars give the same hash, however they were imported. */
  hash: string;
  /** True where the source has one price a bar. */
  closeOnly: boolean;
  instrument: Instrument;
  /** When the series last changed. */
  updatedAt: Ms;
}

/** A series (or a range of it) in memory, ready to run on. */
export interface LoadedSeries {
  key: SeriesKey;
  instrument: Instrument;
  closeOnly: boolean;
  bars: BarColumns;
  /** Hash of exactly these bars, so of the range that was loaded. */
  hash: string;
}

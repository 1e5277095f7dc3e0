import type { BarColumns } from '#shared/domain/bars.ts';
import type { InstrumentTerms } from '#shared/domain/instrument.ts';
import type { SeriesKey, SeriesSummary } from '#shared/domain/series.ts';

/** Takes the bars of one series while an import is under way. Nothing is visible before the commit. */
export interface SeriesWriter {
  /** Bars after all those so far, oldest first. */
  append(bars: BarColumns): void;
  /** Bars before all those so far, oldest first: for files that have the newest bars first. */
  prepend(bars: BarColumns): void;
  /** Throws away what was written. */
  discard(): void;
}

export interface ImportTarget {
  key: SeriesKey;
  /** What is said about it; the rest stays as it is known. */
  instrument: InstrumentTerms;
  closeOnly: boolean;
}

/** What became of one series. */
export interface CommittedSeries {
  summary: SeriesSummary;
  /** Bars that are new, that changed, and that were there already. */
  added: number;
  replaced: number;
  unchanged: number;
  /** Hash before the import; null when the series is new. */
  previousHash: string | null;
}

/** Where an import goes: the store, or a double of it. */
export interface ImportSink {
  beginImport(target: ImportTarget): SeriesWriter;
  /** Makes all the writers' bars visible at once, or none. */
  commitImport(writers: SeriesWriter[]): CommittedSeries[];
}

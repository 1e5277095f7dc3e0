import type { Timeframe } from '#shared/domain/timeframe.ts';
import type { BadRow } from '#worker/ingest/bad-row.ts';
import type { DateFormat } from '#worker/ingest/date-format.ts';
import type { Delimiter } from '#worker/ingest/delimited-cells.ts';
import type { RowOrder } from '#worker/ingest/dialect.ts';
import type { Field } from '#worker/ingest/field.ts';
import type { DecimalMark } from '#worker/ingest/number-cell.ts';
import type { CommittedSeries } from './sink.ts';

export type FileFormat = 'csv' | 'jsonl' | 'parquet';
export type Packing = 'none' | 'gzip' | 'zip';

/** How a file was read. */
export interface DetectedDialect {
  format: FileFormat;
  packing: Packing;
  /** Null for JSON lines and Parquet. */
  delimiter: Delimiter | null;
  hasHeader: boolean;
  /** Column of each field: its name, or `#3` without a header. */
  columns: Partial<Record<Field, string>>;
  dateFormat: DateFormat;
  timezone: string;
  decimal: DecimalMark;
  order: RowOrder;
  /** Those that occur, shortest first; one unless the file mixes them. */
  timeframes: Timeframe[];
  closeOnly: boolean;
  /** What a person should know: columns not used, lines skipped … */
  notes: readonly string[];
}

/** What an import did. */
export interface ImportReport {
  file: string;
  series: CommittedSeries[];
  /** Good rows, over all series. */
  rows: number;
  badRowCount: number;
  /** The first bad rows. */
  badRows: readonly BadRow[];
  dialect: DetectedDialect;
}

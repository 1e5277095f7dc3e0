import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  asyncBufferFromFile,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  type ParquetParsers,
  type ParquetScan,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
import { HindcastError } from '#shared/domain/errors.ts';
import { CellRow } from '#worker/ingest/cell-row.ts';
import type { SampleRow } from '#worker/ingest/column-detection.ts';
import { type Dialect, type DialectOptions, detectDialect } from '#worker/ingest/dialect.ts';
import { noRows } from '#worker/ingest/ingest-errors.ts';
import { cellOfValue } from '#worker/ingest/json-cells.ts';
import { parquetCodec, parquetUnreadable } from './import-errors.ts';
import type { PriceFile } from './price-file.ts';
import type { RowSource } from './row-source.ts';

const SAMPLE_ROWS = 200;
const PIECE_ROWS = 4096;
/** The last moment that a Date can hold. */
const LAST_MS = 8.64e15;
/** Snappy is part of the reader. */
const DECOMPRESSORS: Compressors = {
  GZIP: (input, maxOutputLength) => gunzipSync(input, { maxOutputLength }),
  BROTLI: (input, maxOutputLength) => brotliDecompressSync(input, { maxOutputLength }),
  ZSTD: (input, maxOutputLength) => zstdDecompressSync(input, { maxOutputLength }),
};
/** Moments as ms: a Date for each of a million rows would be too slow. */
const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: Number,
  timestampFromMicroseconds: (micros) => Number(micros / 1000n),
  timestampFromNanoseconds: (nanos) => Number(nanos / 1_000_000n),
  dateFromDays: (days) => days * 86_400_000,
};
const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(DECOMPRESSORS)]);

/** A flat column of the file and how its values are written as cells. */
interface Column {
  name: string;
  cell: (value: unknown) => string;
}

/** The used columns of one row group, decoded. */
interface Group {
  start: number;
  rows: number;
  columns: (DecodedArray | null)[];
}

/**
 * The rows of a Parquet file; one row group is in memory at a time, and of it only the columns that are used. One
 * column of a row group is decoded without a pause: about 0.1 s for a million rows.
 */
export class ParquetRows implements RowSource {
  readonly format = 'parquet';
  readonly dialect: Dialect;
  readonly #bytesTotal: number;
  readonly #columns: readonly Column[];
  readonly #scan: ParquetScan;
  readonly #used: ReadonlySet<number>;
  readonly #numeric: ReadonlySet<number>;
  readonly #row = new CellRow();
  readonly #totalRows: number;
  #nextGroup = 0;
  #group: Group | null = null;
  /** Rows handed out. */
  #done = 0;

  private constructor(file: PriceFile, scan: ParquetScan, columns: readonly Column[], dialect: Dialect) {
    this.#bytesTotal = file.bytesTotal;
    this.#scan = scan;
    this.#columns = columns;
    this.dialect = dialect;
    const { date, time, symbol, ...numeric } = dialect.columns;
    this.#numeric = new Set(Object.values(numeric));
    this.#used = new Set(Object.values(dialect.columns));
    this.#totalRows = Number(scan.metadata.num_rows);
  }

  /**
   * Reads the metadata and the first rows, and works out which column is what.
   * @throws HindcastError `data.parquet-unreadable`, `data.parquet-codec`, and as `detectDialect`.
   */
  static async open(file: PriceFile, options: DialectOptions): Promise<ParquetRows> {
    try {
      const buffer = await asyncBufferFromFile(file.path);
      const metadata = await parquetMetadataAsync(buffer);
      const columns = flatColumns(metadata);
      checkCodecs(metadata);
      const names = columns.map(({ name }) => name);
      const scan = await parquetScan({
        file: buffer,
        metadata,
        columns: names,
        compressors: DECOMPRESSORS,
        parsers: PARSERS,
      });
      const rows = await sampleRows(scan, columns);
      return new ParquetRows(file, scan, columns, detectDialect({ delimiter: null, header: names, rows }, options));
    } catch (cause) {
      throw cause instanceof HindcastError ? cause : parquetUnreadable(cause);
    }
  }

  async next(add: (row: CellRow) => void): Promise<boolean> {
    this.#group ??= await this.#readGroup();
    const group = this.#group;
    if (group === null) return false;
    const end = Math.min(this.#done + PIECE_ROWS, group.start + group.rows);
    for (; this.#done < end; this.#done++) {
      this.#row.begin(this.#done + 1);
      this.#row.fill(this.#columns.map((_, position) => this.#value(group, position)));
      add(this.#row);
    }
    if (end === group.start + group.rows) this.#group = null;
    return true;
  }

  bytesRead(): number {
    return Math.round((this.#bytesTotal * this.#done) / Math.max(1, this.#totalRows));
  }

  /** The cell at the cursor; numbers stay numbers where numbers are wanted. */
  #value(group: Group, position: number): string | number {
    const value: unknown = group.columns[position]?.[this.#done - group.start];
    if (this.#numeric.has(position)) {
      const number = typeof value === 'bigint' ? Number(value) : value;
      if (typeof number === 'number' && !Number.isNaN(number)) return number;
    }
    return this.#columns[position]?.cell(value) ?? '';
  }

  async #readGroup(): Promise<Group | null> {
    const range = this.#scan.ranges[this.#nextGroup++];
    if (range === undefined) return null;
    const columns: Group['columns'] = [];
    try {
      for (const [position, { name }] of this.#columns.entries()) {
        columns.push(this.#used.has(position) ? await this.#scan.readColumn({ column: name, ...range }) : null);
      }
    } catch (cause) {
      throw parquetUnreadable(cause);
    }
    return { start: range.rowStart, rows: range.rowEnd - range.rowStart, columns };
  }
}

function flatColumns(metadata: FileMetaData): Column[] {
  return parquetSchema(metadata)
    .children.filter(({ children }) => children.length === 0)
    .map(({ element }) => ({ name: element.name, cell: cellWriter(element) }));
}

/** Moments are written in ISO 8601: with Z where the column says that it is UTC, as a wall clock where it doesn't. */
function cellWriter(element: SchemaElement): (value: unknown) => string {
  const { type, converted_type: converted, logical_type: logical } = element;
  const isDay = converted === 'DATE' || logical?.type === 'DATE';
  const isMoment = isDay || logical?.type === 'TIMESTAMP' || converted?.startsWith('TIMESTAMP') || type === 'INT96';
  if (!isMoment) return cellOfValue;
  const isLocal = logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC;
  return (value) => {
    if (typeof value !== 'number' || !(Math.abs(value) <= LAST_MS)) return '';
    const text = new Date(value).toISOString();
    return isDay ? text.slice(0, 10) : isLocal ? text.slice(0, -1) : text;
  };
}

function checkCodecs(metadata: FileMetaData): void {
  for (const { columns } of metadata.row_groups) {
    for (const { meta_data: column } of columns) {
      if (column !== undefined && !CODECS.has(column.codec)) throw parquetCodec(column.codec);
    }
  }
}

async function sampleRows(scan: ParquetScan, columns: readonly Column[]): Promise<SampleRow[]> {
  const [first] = scan.ranges;
  if (first === undefined) throw noRows();
  const rowEnd = Math.min(first.rowEnd, first.rowStart + SAMPLE_ROWS);
  const values = await Promise.all(
    columns.map(({ name }) => scan.readColumn({ column: name, rowStart: first.rowStart, rowEnd })),
  );
  return Array.from({ length: rowEnd - first.rowStart }, (_, row) => ({
    line: row + 1,
    cells: columns.map(({ cell }, position) => cell(values[position]?.[row])),
  }));
}

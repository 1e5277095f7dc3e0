import { columnCells, findColumns, findHeader, type SampleRow } from './column-detection.ts';
import { DateCells } from './date-cell.ts';
import { detectDateFormat } from './date-detection.ts';
import { type DateFormat, dateFormatNamed } from './date-format.ts';
import type { Delimiter } from './delimited-cells.ts';
import { mostCommon } from './delimiter.ts';
import { type ColumnChoice, type ColumnPositions, FIELDS, type Field, plainName } from './field.ts';
import { noRows, unknownDateFormat, unknownTimeZone } from './ingest-errors.ts';
import type { DecimalMark } from './number-cell.ts';
import { type TimeZone, timeZone } from './time-zone.ts';

/** How a file is to be read, as far as the user says so. */
export interface DialectOptions {
  /** Where fields stand; those not named are looked for. */
  columns?: ColumnChoice;
  /** The first line is data already. */
  noHeader?: boolean;
  /** One of DATE_FORMATS, with any separator. */
  dateFormat?: string;
  /** IANA zone of times that have no zone of their own; UTC by default. */
  timezone?: string;
  decimal?: DecimalMark;
}

export type RowOrder = 'ascending' | 'descending';

/** How a file is read: what was detected, completed by what the user said. */
export interface Dialect {
  /** Null for JSON lines and Parquet. */
  delimiter: Delimiter | null;
  /** Names of the columns; null without a header. */
  header: readonly string[] | null;
  /** Rows up to this line are no data; 0 without a header. */
  headerLine: number;
  /** Number of cells a row must have. */
  width: number;
  columns: ColumnPositions;
  dateFormat: DateFormat;
  timezone: string;
  zone: TimeZone;
  decimal: DecimalMark;
  /** Null while no two bars of one symbol have been seen. */
  order: RowOrder | null;
  /** True when there is one price a bar. */
  closeOnly: boolean;
  /** What a person should know: columns left out, lines skipped … */
  notes: readonly string[];
}

/** The first rows of a file, and the names of its columns where the format itself has them. */
export interface Sample {
  delimiter: Delimiter | null;
  /** `in-rows`: a header may stand among the first rows. */
  header: readonly string[] | 'in-rows';
  rows: readonly SampleRow[];
}

/**
 * Works out how a file is to be read from its first rows.
 * @throws HindcastError of kind `data` when columns or dates aren't recognised, of kind `usage` when an option
 * names something that doesn't exist.
 */
export function detectDialect(sample: Sample, options: DialectOptions): Dialect {
  const choice = options.columns ?? {};
  const headerRow = sample.header === 'in-rows' && !options.noHeader ? findHeader(sample.rows, choice) : null;
  const header = sample.header === 'in-rows' ? (headerRow?.cells ?? null) : sample.header;
  const headerLine = headerRow?.line ?? 0;
  const rows = sample.rows.filter((row) => row.line > headerLine);
  const columns = findColumns(header, rows, choice);
  if (rows.length === 0) throw noRows();
  const notes: string[] = [];

  const skipped = sample.rows.filter((row) => row.line < headerLine).length;
  if (skipped > 0) notes.push(`${skipped === 1 ? 'the line' : `${skipped} lines`} above the header skipped`);
  if (header !== null && choice.volume === undefined) preferTickVolume(header, columns, rows);
  notes.push(...ignoredColumns(header, columns));

  const date = (columns.date ?? columns.time) as number;
  const dateTexts = columnCells(rows, date);
  const dateFormat =
    options.dateFormat === undefined
      ? detectDateFormat(columnName(header, date), dateTexts)
      : namedDateFormat(options.dateFormat);
  const timezone = options.timezone ?? 'UTC';
  const zone = namedZone(timezone);
  return {
    delimiter: sample.delimiter,
    header,
    headerLine,
    width: header === null ? mostCommon(rows.map((row) => widthOf(row.cells))) : widthOf(header),
    columns,
    dateFormat,
    timezone,
    zone,
    decimal: options.decimal ?? detectDecimal(sample.delimiter, columns, rows),
    order: detectOrder(columns, rows, new DateCells(dateFormat, zone)),
    closeOnly: columns.open === undefined,
    notes,
  };
}

/** The columns of a dialect by name, or as `#3` without a header. */
export function namedColumns(dialect: Dialect): Partial<Record<Field, string>> {
  const named: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const position = dialect.columns[field];
    if (position !== undefined) named[field] = columnName(dialect.header, position);
  }
  return named;
}

function columnName(header: readonly string[] | null, position: number): string {
  return header?.[position] || `#${position + 1}`;
}

/** A row that ends with a delimiter has one cell less than it seems. */
function widthOf(cells: readonly string[]): number {
  return cells.at(-1) === '' ? cells.length - 1 : cells.length;
}

/** MetaTrader writes the exchange's volume as 0 where there is no exchange, and the number of ticks beside it. */
function preferTickVolume(header: readonly string[], columns: ColumnPositions, rows: readonly SampleRow[]): void {
  const ticks = header.map(plainName).findIndex((name) => name === 'tickvol' || name === 'tickvolume');
  if (columns.volume === undefined || ticks < 0) return;
  if (columnCells(rows, columns.volume).every((cell) => Number(cell) === 0)) columns.volume = ticks;
}

function ignoredColumns(header: readonly string[] | null, columns: ColumnPositions): string[] {
  const used = new Set(Object.values(columns));
  const ignored = header?.filter((name, position) => name !== '' && !used.has(position)) ?? [];
  if (ignored.length === 0) return [];
  return [`${ignored.length === 1 ? 'column' : 'columns'} not used: ${ignored.join(', ')}`];
}

function namedDateFormat(text: string): DateFormat {
  const format = dateFormatNamed(text);
  if (format === null) throw unknownDateFormat(text);
  return format;
}

function namedZone(name: string): TimeZone {
  try {
    return timeZone(name);
  } catch (error) {
    if (error instanceof RangeError) throw unknownTimeZone(name);
    throw error;
  }
}

/** A comma, when prices have one and no dot and the comma doesn't part the cells. */
function detectDecimal(delimiter: Delimiter | null, columns: ColumnPositions, rows: readonly SampleRow[]): DecimalMark {
  if (delimiter === ',') return '.';
  const prices = (['open', 'high', 'low', 'close'] as const).flatMap((field) => {
    const position = columns[field];
    return position === undefined ? [] : columnCells(rows, position);
  });
  return prices.some((price) => price.includes(',')) && !prices.some((price) => price.includes('.')) ? ',' : '.';
}

/** Which way the times of the sample go, symbol by symbol. */
function detectOrder(columns: ColumnPositions, rows: readonly SampleRow[], dates: DateCells): RowOrder | null {
  const last = new Map<string, number>();
  let forward = 0;
  let backward = 0;
  for (const { cells } of rows) {
    const symbol = columns.symbol === undefined ? '' : (cells[columns.symbol] ?? '');
    const time = readMoment(columns, cells, dates);
    if (Number.isNaN(time)) continue;
    const before = last.get(symbol);
    last.set(symbol, time);
    if (before === undefined || before === time) continue;
    if (time > before) forward++;
    else backward++;
  }
  if (forward + backward === 0) return null;
  return forward >= backward ? 'ascending' : 'descending';
}

const encoder = new TextEncoder();

function readMoment(columns: ColumnPositions, cells: readonly string[], dates: DateCells): number {
  const date = encoder.encode(cells[(columns.date ?? columns.time) as number] ?? '');
  if (columns.date === undefined || columns.time === undefined) return dates.read(date, 0, date.length);
  const both = new Uint8Array([...date, ...encoder.encode(cells[columns.time] ?? '')]);
  return dates.readWithClock(both, 0, date.length, date.length, both.length);
}

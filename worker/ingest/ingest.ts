import type { BarColumns } from '#shared/domain/bars.ts';
import type { Ms } from '#shared/domain/units.ts';
import { type BadRow, badRow } from './bad-row.ts';
import { BarReader } from './bar-reader.ts';
import type { CellRow } from './cell-row.ts';
import type { Dialect, RowOrder } from './dialect.ts';
import { SeriesRows } from './series-rows.ts';

/** Bars of one symbol that are ready for the store, oldest first within the block. */
export interface SeriesBlock {
  series: SeriesRows;
  bars: BarColumns;
}

export interface IngestOptions {
  /** Bad rows to keep; the others are only counted. */
  maxBadRows: number;
  /** The symbol under which a symbol of the file is stored; null when it can't be one. */
  nameSymbol: (text: string) => string | null;
}

/** Rows of a block. */
const BLOCK_ROWS = 4096;
/** Rows that all series together may hold memory for (48 bytes each). */
const BUFFERED_ROWS = 1 << 18;

/**
 * Turns rows into bars, series by series, and keeps the bad ones apart.
 *
 * Rows go in with `add`; now and then `readyBlocks` must be drained, at the end `restOfBlocks`. Memory is bounded
 * by BUFFERED_ROWS plus what is added between two drains, however long the file and however many its symbols.
 */
export class Ingest {
  /** The first bad rows, in the order of the file. */
  readonly badRows: BadRow[] = [];
  badRowCount = 0;
  /** Null while no two bars of one symbol have been seen. */
  order: RowOrder | null;
  /** Good rows. */
  rows = 0;
  /** Every series, in the order in which the file names them. */
  readonly series: SeriesRows[] = [];
  readonly #dialect: Dialect;
  readonly #options: IngestOptions;
  readonly #reader: BarReader;
  readonly #byText = new Map<string, SeriesRows | null>();
  readonly #byName = new Map<string, SeriesRows>();
  #current: SeriesRows | null = null;
  #currentText: Uint8Array = new Uint8Array(0);
  #ready: SeriesBlock[] = [];
  #buffered = 0;

  constructor(dialect: Dialect, options: IngestOptions) {
    this.#dialect = dialect;
    this.#options = options;
    this.order = dialect.order;
    this.#reader = new BarReader(dialect);
    if (dialect.columns.symbol === undefined) this.#current = this.#addSeries(null);
  }

  add(row: CellRow): void {
    if (row.line <= this.#dialect.headerLine) return;
    const fault = this.#take(row);
    if (fault === null) return;
    this.badRowCount++;
    if (this.badRows.length < this.#options.maxBadRows) this.badRows.push(badRow(row.line, fault, row.text()));
  }

  /** Blocks that are full, and unfinished ones too when memory runs short. */
  *readyBlocks(): Generator<SeriesBlock> {
    yield* this.#drain();
    if (this.#buffered <= BUFFERED_ROWS) return;
    for (const series of this.series) {
      // One bar alone doesn't tell the timeframe.
      const isEnough = series.count > 1 || (series.count === 1 && series.total > 1);
      if (isEnough) yield this.#block(series);
    }
  }

  /** Everything that still waits, when the file is over. */
  *restOfBlocks(): Generator<SeriesBlock> {
    yield* this.#drain();
    for (const series of this.series) if (series.count > 0) yield this.#block(series);
  }

  /** Puts a row into its series; says what is wrong with it, or null. */
  #take(row: CellRow): string | null {
    if (!this.#reader.read(row)) return this.#reader.reason;
    const series = this.#seriesOf(row);
    if (series === null) return this.#symbolFault(row);
    const time = this.#reader.bar[0] as number;
    if (series.total > 0 && !this.#isInOrder(series, time)) return this.#orderFault(series, time);
    const before = series.capacity;
    series.push(this.#reader.bar, row.line);
    this.#buffered += series.capacity - before;
    this.rows++;
    if (series.count === BLOCK_ROWS) this.#ready.push(this.#block(series));
    return null;
  }

  *#drain(): Generator<SeriesBlock> {
    const blocks = this.#ready;
    this.#ready = [];
    yield* blocks;
  }

  #block(series: SeriesRows): SeriesBlock {
    this.#buffered -= series.capacity;
    return { series, bars: series.take(this.order === 'descending') };
  }

  #isInOrder(series: SeriesRows, time: Ms): boolean {
    if (time === series.lastTime) return false;
    this.order ??= time > series.lastTime ? 'ascending' : 'descending';
    return this.order === 'ascending' ? time > series.lastTime : time < series.lastTime;
  }

  #orderFault(series: SeriesRows, time: Ms): string {
    if (time === series.lastTime) return `duplicate time ${timeText(time)}, first seen on line ${series.lastLine}`;
    const places = `${timeText(time)} after ${timeText(series.lastTime)} on line ${series.lastLine}`;
    return this.order === 'ascending'
      ? `time goes back: ${places}`
      : `time goes forward in a file that has the newest bars first: ${places}`;
  }

  #symbolFault(row: CellRow): string {
    const text = row.cell(this.#dialect.columns.symbol as number);
    return text === ''
      ? 'the symbol is empty'
      : `"${text}" can't be a symbol: no spaces, commas, colons or backslashes`;
  }

  /** The series that a row belongs to; null when its symbol can't be one. */
  #seriesOf(row: CellRow): SeriesRows | null {
    const column = this.#dialect.columns.symbol;
    if (column === undefined) return this.#current;
    const start = row.starts[column] as number;
    const end = row.ends[column] as number;
    if (this.#current !== null && isSame(this.#currentText, row.bytes, start, end)) return this.#current;
    const text = row.cell(column);
    let series = this.#byText.get(text);
    if (series === undefined) {
      const name = this.#options.nameSymbol(text);
      series = name === null ? null : (this.#byName.get(name) ?? this.#addSeries(name));
      if (series !== null) this.#byText.set(text, series);
    }
    this.#current = series;
    this.#currentText = row.bytes.slice(start, end);
    return series;
  }

  #addSeries(name: string | null): SeriesRows {
    const series = new SeriesRows(name);
    this.series.push(series);
    if (name !== null) this.#byName.set(name, series);
    return series;
  }
}

function isSame(text: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== text.length) return false;
  for (let k = 0; k < text.length; k++) if (bytes[start + k] !== text[k]) return false;
  return true;
}

/** `2020-01-02`, or `2020-01-02 09:30:00` UTC when it isn't midnight. */
function timeText(time: Ms): string {
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  const shown = clock.replace('Z', '').replace('.000', '');
  return shown === '00:00:00' ? date : `${date} ${shown}`;
}

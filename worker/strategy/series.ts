import type { Series } from '#shared/strategy-api/series.ts';
import { sealForStrategies } from './expose.ts';

/** Where one symbol stands: the row of its current bar, and the last row that may be seen. */
export class Cursor {
  /** −1 before the first bar and during `setup`. */
  row = -1;
  /** During `setup` the last row, after that the current one. */
  lastVisible: number;
  /** The current bar came in at the current tick of the run's clock. */
  isNew = false;
  /** Opening times of the symbol's bars. */
  readonly time: Float64Array;

  constructor(time: Float64Array) {
    this.time = time;
    this.lastVisible = time.length - 1;
  }

  /** From now on only bars up to `row` are visible. */
  advance(row: number): void {
    this.row = row;
    this.lastVisible = row;
    this.isNew = true;
  }
}

let readColumn: (series: ColumnSeries) => Float64Array;
let readCursor: (series: ColumnSeries) => Cursor;
let isColumnSeries: (value: object) => value is ColumnSeries;
let hasCrossed: (a: ColumnSeries, b: ColumnSeries | number, direction: 1 | -1) => boolean;

/**
 * A column that a strategy reads at the current bar and behind it. The memory is private: a strategy holding the
 * series can neither write to it nor reach the array.
 */
export class ColumnSeries implements Series {
  readonly #values: Float64Array;
  readonly #cursor: Cursor;

  static {
    readColumn = (series) => series.#values;
    readCursor = (series) => series.#cursor;
    isColumnSeries = (value): value is ColumnSeries => #values in value;
    hasCrossed = (a, b, direction) => {
      const { row, isNew } = a.#cursor;
      if (row < 0) return false;
      const now = a.#values[row] as number;
      // A symbol without a bar at this tick has not moved since the tick before.
      const before = !isNew ? now : row === 0 ? Number.NaN : (a.#values[row - 1] as number);
      // Two returns instead of one behind common variables: those would be put on the heap on every bar.
      if (typeof b === 'number') return direction === 1 ? now > b && before <= b : now < b && before >= b;
      const { row: otherRow, isNew: otherIsNew } = b.#cursor;
      if (otherRow < 0) return false;
      const otherNow = b.#values[otherRow] as number;
      const otherBefore = !otherIsNew ? otherNow : otherRow === 0 ? Number.NaN : (b.#values[otherRow - 1] as number);
      return direction === 1 ? now > otherNow && before <= otherBefore : now < otherNow && before >= otherBefore;
    };
  }

  constructor(values: Float64Array, cursor: Cursor) {
    this.#values = values;
    this.#cursor = cursor;
    Object.freeze(this);
  }

  get now(): number {
    const row = this.#cursor.row;
    return row < 0 ? this.#missing() : (this.#values[row] as number);
  }

  ago(bars: number): number {
    const row = this.#cursor.row - bars;
    if (!(bars >= 0) || !Number.isInteger(bars)) {
      throw new RangeError(`ago(${bars}): the number of bars back is a whole number ≥ 0; the future is not readable.`);
    }
    return row < 0 ? this.#missing() : (this.#values[row] as number);
  }

  at(index: number): number {
    if (!(index >= 0 && index < this.#values.length) || !Number.isInteger(index)) {
      throw new RangeError(`at(${index}): positions go from 0 to ${this.#values.length - 1}.`);
    }
    if (index > this.#cursor.lastVisible) {
      throw new RangeError(`at(${index}): this bar lies in the future of bar ${this.#cursor.row}.`);
    }
    return this.#values[index] as number;
  }

  get length(): number {
    return this.#values.length;
  }

  #missing(): number {
    if (this.#cursor.row < 0 && this.#cursor.lastVisible >= 0) {
      throw new Error('There is no current bar in setup: read whole columns with at(index), or move this to onBar.');
    }
    return Number.NaN;
  }
}
sealForStrategies([ColumnSeries]);

/** The values behind a series, for the engine and the indicators; the caller must not let them out. */
export function columnOf(series: ColumnSeries): Float64Array {
  return readColumn(series);
}

/** The cursor that moves a series. */
export function cursorOf(series: ColumnSeries): Cursor {
  return readCursor(series);
}

/** True for a real series of the engine, whatever else a strategy hands over. */
export function isSeries(value: unknown): value is ColumnSeries {
  return typeof value === 'object' && value !== null && isColumnSeries(value);
}

/** `a` was not above `b` on the bar before and is now (direction 1), or the mirror image (−1). */
export function crossed(a: ColumnSeries, b: ColumnSeries | number, direction: 1 | -1): boolean {
  return hasCrossed(a, b, direction);
}

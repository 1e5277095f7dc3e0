import { BAR_COLUMNS } from '#shared/domain/bars.ts';
import type { CellRow } from './cell-row.ts';
import { DateCells } from './date-cell.ts';
import type { Dialect } from './dialect.ts';
import { parseNumber } from './number-cell.ts';

const PRICES = ['open', 'high', 'low', 'close'] as const;
/** Some vendors round prices one by one, so that a close may exceed its high by the last digit. */
const ROUNDING = 1e-9;
const NO_VALUE = /^(?:|null|nan|n\/a|na|none|-)$/i;

/**
 * Reads the cells of a row as one bar, checks it, and says why when it isn't one.
 *
 * A bar is bad when its row has too few or too many cells, its date can't be read, a price is missing, not a
 * number, negative or zero, its high is below its low, its open or close lies outside them, or its volume is
 * negative or not a number. A price outside high–low by no more than 1e-9 of itself is rounding: it is kept as it
 * is. A missing volume is NaN.
 */
export class BarReader {
  /** The bar that was read, in the order of BAR_COLUMNS. */
  readonly bar = new Float64Array(BAR_COLUMNS.length);
  /** Why the last row was no bar. */
  reason = '';
  readonly #dialect: Dialect;
  readonly #dates: DateCells;
  readonly #decimal: number;
  readonly #date: number;
  readonly #clock: number;
  readonly #prices: readonly number[];
  readonly #volume: number;

  constructor(dialect: Dialect) {
    const { columns } = dialect;
    this.#dialect = dialect;
    this.#dates = new DateCells(dialect.dateFormat, dialect.zone);
    this.#decimal = dialect.decimal.charCodeAt(0);
    this.#date = columns.date ?? columns.time ?? -1;
    this.#clock = columns.date === undefined ? -1 : (columns.time ?? -1);
    this.#prices = PRICES.map((field) => columns[field] ?? columns.close ?? -1);
    this.#volume = columns.volume ?? -1;
  }

  /** True when the row is a good bar, which then stands in `bar`; `reason` says why not. */
  read(row: CellRow): boolean {
    if (row.fault !== null) return this.#refuse(row.fault);
    const { width } = this.#dialect;
    if (row.count !== width && !(row.count === width + 1 && row.cell(width) === '')) {
      return this.#refuse(`expected ${width} columns, found ${row.count}`);
    }
    const { bar } = this;
    bar[0] = this.#moment(row);
    if (Number.isNaN(bar[0])) return this.#refuse(this.#dateFault(row));

    if (this.#dialect.closeOnly) bar.fill(this.#number(row, this.#prices[3] as number), 1, 5);
    else for (let k = 0; k < 4; k++) bar[k + 1] = this.#number(row, this.#prices[k] as number);
    const open = bar[1] as number;
    const high = bar[2] as number;
    const low = bar[3] as number;
    const close = bar[4] as number;
    // Any NaN, zero, negative or misplaced price makes one of these false.
    const isPlain = low > 0 && high < Infinity && open >= low && open <= high && close >= low && close <= high;
    if (!isPlain) {
      const fault = this.#priceFault(row);
      if (fault !== null) return this.#refuse(fault);
    }
    return this.#readVolume(row);
  }

  #moment(row: CellRow): number {
    const { bytes, starts, ends } = row;
    const start = starts[this.#date] as number;
    const end = ends[this.#date] as number;
    if (this.#clock < 0) return this.#dates.read(bytes, start, end);
    return this.#dates.readWithClock(bytes, start, end, starts[this.#clock] as number, ends[this.#clock] as number);
  }

  #number(row: CellRow, column: number): number {
    if (row.numbers !== null && !Number.isNaN(row.numbers[column])) return row.numbers[column] as number;
    return parseNumber(row.bytes, row.starts[column] as number, row.ends[column] as number, this.#decimal);
  }

  #readVolume(row: CellRow): boolean {
    if (this.#volume < 0) {
      this.bar[5] = NaN;
      return true;
    }
    const volume = this.#number(row, this.#volume);
    // Adding 0 turns −0 into 0, so that equal volumes have equal bytes.
    this.bar[5] = volume + 0;
    if (volume >= 0 && volume < Infinity) return true;
    const text = row.cell(this.#volume);
    if (volume < 0) return this.#refuse(`volume is negative: ${text}`);
    return NO_VALUE.test(text) || this.#refuse(`volume is not a number: "${text}"`);
  }

  #dateFault(row: CellRow): string {
    const date = row.cell(this.#date);
    const text = this.#clock < 0 ? date : `${date} ${row.cell(this.#clock)}`;
    return text.trim() === '' ? 'the date is empty' : `not a date (${this.#dialect.dateFormat}): "${text}"`;
  }

  /** What is wrong with the prices; null when they are off by rounding only. */
  #priceFault(row: CellRow): string | null {
    const [, open = NaN, high = NaN, low = NaN, close = NaN] = this.bar;
    const written = this.#dialect.closeOnly ? [{ name: 'close', value: close, column: this.#prices[3] ?? -1 }] : [];
    if (!this.#dialect.closeOnly) {
      for (const [k, name] of PRICES.entries()) {
        written.push({ name, value: this.bar[k + 1] ?? NaN, column: this.#prices[k] ?? -1 });
      }
    }
    for (const { name, value, column } of written) {
      const text = row.cell(column);
      if (Number.isNaN(value) && NO_VALUE.test(text)) return `${name} has no value: "${text}"`;
      if (!Number.isFinite(value)) return `${name} is not a number: "${text}"`;
      if (value < 0) return `${name} is negative: ${text}`;
      if (value === 0) return `${name} is zero`;
    }
    if (exceeds(low, high)) return `high ${high} is below low ${low}`;
    for (const [name, value] of [['open', open] as const, ['close', close] as const]) {
      if (exceeds(value, high)) return `${name} ${value} is above high ${high}`;
      if (exceeds(low, value)) return `${name} ${value} is below low ${low}`;
    }
    return null;
  }

  #refuse(reason: string): false {
    this.reason = reason;
    return false;
  }
}

/** True when a price is larger than another by more than rounding. */
function exceeds(price: number, bound: number): boolean {
  return price - bound > ROUNDING * bound;
}

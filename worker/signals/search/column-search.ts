import { ROWS_AT_ONCE, searchModule } from './search-module.ts';

/** As much of it as is used here: the types come with the browser's, which a worker has not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

/** A column, or a number that stands for one, brought to where it can be searched. */
export interface Place {
  readonly values: Float64Array | number;
  /** The first row with a value; the number of rows when there is none. */
  readonly firstKnown: number;
  /** Position of the first row's copy. */
  readonly start: number;
  /** Copies from one row to the next: 0 where all rows are one number. */
  readonly stride: 0 | 1;
  /** Bytes from sixteen rows to the next sixteen. */
  readonly step: number;
}

type Search = (a: number, stepA: number, b: number, stepB: number, row: number, endRow: number) => number;

const COPY_BYTES = Float32Array.BYTES_PER_ELEMENT;
const STEP = ROWS_AT_ONCE * COPY_BYTES;
const PAGE = 65_536;
/** How much is kept from plan to plan; one plan may need more. */
const MOST_KEPT = 256 * 2 ** 20;

/**
 * Searches columns by comparing them, as fast as memory brings them. It works on copies of single precision: rounding
 * keeps the order, so what is above there is above, and only where the copies are equal the columns themselves say.
 */
export class ColumnSearch {
  #used = 0;
  #copies: Float32Array;
  readonly #places = new Map<Float64Array | number, Place>();
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #firstNotBelow: Search;
  readonly #firstNotAbove: Search;

  constructor() {
    const module = new WebAssembly.Module(searchModule());
    const { exports } = new WebAssembly.Instance(module, { host: { memory: this.#memory } });
    this.#firstNotBelow = exports['firstNotBelow'] as Search;
    this.#firstNotAbove = exports['firstNotAbove'] as Search;
    this.#copies = new Float32Array(this.#memory.buffer);
  }

  /** Forgets all columns: no place is one any more. */
  clear(): void {
    this.#used = 0;
    this.#places.clear();
  }

  /** Forgets all columns when there are too many of them. */
  tidy(): void {
    if (this.#used * COPY_BYTES > MOST_KEPT) this.clear();
  }

  /** Where a column or a number is; it is brought in if it isn't there. */
  place(values: Float64Array | number): Place {
    const known = this.#places.get(values);
    if (known !== undefined) return known;
    const rows = typeof values === 'number' ? 0 : values.length;
    const start = this.#allot(rows + ROWS_AT_ONCE);
    let firstKnown = 0;
    if (typeof values === 'number') this.#copies.fill(values, start, start + ROWS_AT_ONCE);
    else {
      this.#copies.set(values, start);
      // Behind the last row nothing is above anything.
      this.#copies.fill(Number.NaN, start + rows, start + rows + ROWS_AT_ONCE);
      while (firstKnown < rows && Number.isNaN(values[firstKnown])) firstKnown++;
    }
    const stride = typeof values === 'number' ? 0 : 1;
    const place: Place = { values, firstKnown, start, stride, step: stride * STEP };
    this.#places.set(values, place);
    return place;
  }

  /** The first row from `from` on with a > b; `rows` when there is none. */
  firstAbove(a: Place, b: Place, from: number, rows: number): number {
    let row = from;
    while (row < rows) {
      row = this.#firstNotBelow(addressOf(a, row), a.step, addressOf(b, row), b.step, row, rows);
      if (row >= rows || this.#isAbove(a, b, row)) return row;
      row++;
    }
    return rows;
  }

  /** The first row from `from` on without a > b, so also where one of them is NaN; `rows` when there is none. */
  firstNotAbove(a: Place, b: Place, from: number, rows: number): number {
    let row = from;
    while (row < rows) {
      row = this.#firstNotAbove(addressOf(a, row), a.step, addressOf(b, row), b.step, row, rows);
      if (row >= rows || !this.#isAbove(a, b, row)) return row;
      row++;
    }
    return rows;
  }

  /** The first row from `from` on with a > b, and a ≤ b on the row before; `rows` when there is none. */
  firstCross(a: Place, b: Place, from: number, rows: number): number {
    let row = this.firstAbove(a, b, from, rows);
    while (row < rows && !this.#wasNotAbove(a, b, row)) {
      row = this.firstAbove(a, b, this.firstNotAbove(a, b, row, rows), rows);
    }
    return row;
  }

  /** a > b on a row. */
  #isAbove(a: Place, b: Place, row: number): boolean {
    const left = this.#copies[a.start + a.stride * row] as number;
    const right = this.#copies[b.start + b.stride * row] as number;
    return left > right || (left === right && valueOf(a, row) > valueOf(b, row));
  }

  /** a ≤ b on the row before this one. */
  #wasNotAbove(a: Place, b: Place, row: number): boolean {
    if (row === 0) return false;
    const left = this.#copies[a.start + a.stride * (row - 1)] as number;
    const right = this.#copies[b.start + b.stride * (row - 1)] as number;
    return left < right || (left === right && valueOf(a, row - 1) <= valueOf(b, row - 1));
  }

  /** Makes room for numbers, and returns the position of the first. */
  #allot(count: number): number {
    const start = this.#used;
    this.#used += count;
    const missing = this.#used * COPY_BYTES - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#copies = new Float32Array(this.#memory.buffer);
    }
    return start;
  }
}

function addressOf({ start, stride }: Place, row: number): number {
  return (start + stride * row) * COPY_BYTES;
}

function valueOf({ values }: Place, row: number): number {
  return typeof values === 'number' ? values : (values[row] as number);
}

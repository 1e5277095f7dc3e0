import { ROWS_AT_ONCE, searchModule } from './search-module.ts';

/** As much of it as is used here: the types come with the browser's, which a worker has not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

/** A column or a number where the search can read it. */
export interface Place {
  /** Of the first row, in bytes. */
  address: number;
  /** Bytes from eight rows to the next eight: none where all rows are one number. */
  step: number;
}

type Search = (a: number, stepA: number, b: number, stepB: number, row: number, endRow: number) => number;

const ROW_BYTES = Float64Array.BYTES_PER_ELEMENT;
const STEP = ROWS_AT_ONCE * ROW_BYTES;
const PAGE = 65_536;
/** How much is kept for later runs; one run may need more. */
const KEPT_BYTES = 256 * 2 ** 20;

/** Compares columns row by row, as fast as the machine can, and keeps copies of them where it can. */
export class ColumnSearch {
  #used = 0;
  /** All the memory, as numbers; another view after it grew. */
  #values: Float64Array;
  #places = new Map<Float64Array | number, Place>();
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #firstAbove: Search;
  readonly #firstNotAbove: Search;

  constructor() {
    const module = new WebAssembly.Module(searchModule());
    const { exports } = new WebAssembly.Instance(module, { host: { memory: this.#memory } });
    this.#firstAbove = exports['firstAbove'] as Search;
    this.#firstNotAbove = exports['firstNotAbove'] as Search;
    this.#values = new Float64Array(this.#memory.buffer);
  }

  /** Forgets all columns. */
  clear(): void {
    this.#used = 0;
    this.#places.clear();
  }

  /** Forgets columns if there are too many; what was placed before is then no longer where it was. */
  tidy(): void {
    if (this.#used > KEPT_BYTES) this.clear();
  }

  /** Where a column or a number stands; it is brought in if it isn't there. */
  place(operand: Float64Array | number): Place {
    const known = this.#places.get(operand);
    if (known !== undefined) return known;
    const rows = typeof operand === 'number' ? 0 : operand.length;
    const address = this.#allot((rows + ROWS_AT_ONCE) * ROW_BYTES);
    const first = address / ROW_BYTES;
    const copy = this.#values.subarray(first, first + rows + ROWS_AT_ONCE);
    // Behind the last row nothing is above anything.
    if (typeof operand === 'number') copy.fill(operand);
    else {
      copy.set(operand);
      copy.fill(Number.NaN, rows);
    }
    const place = { address, step: typeof operand === 'number' ? 0 : STEP };
    this.#places.set(operand, place);
    return place;
  }

  /** The first row from `from` on with a > b; `rows` when there is none. */
  firstAbove(a: Place, b: Place, from: number, rows: number): number {
    return from < rows ? this.#firstAbove(at(a, from), a.step, at(b, from), b.step, from, rows) : rows;
  }

  /** The first row from `from` on without a > b, so also where one of them is NaN; `rows` when there is none. */
  firstNotAbove(a: Place, b: Place, from: number, rows: number): number {
    return from < rows ? this.#firstNotAbove(at(a, from), a.step, at(b, from), b.step, from, rows) : rows;
  }

  /** The value on a row. */
  valueAt(place: Place, row: number): number {
    return this.#values[at(place, row) / ROW_BYTES] as number;
  }

  #allot(size: number): number {
    const address = this.#used;
    this.#used += size;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      this.#values = new Float64Array(this.#memory.buffer);
    }
    return address;
  }
}

/** Where a row stands; all rows of a number are its first eight. */
function at({ address, step }: Place, row: number): number {
  return step === 0 ? address : address + row * ROW_BYTES;
}

type Column = Int8Array | Uint8Array | Int32Array | Float64Array;

interface ColumnType<C extends Column = Column> {
  readonly BYTES_PER_ELEMENT: number;
  new (memory: SharedArrayBuffer): C;
}

/** The columns of a table: their names, in the order in which a row holds them, and what they become. */
export type Layout = Readonly<Record<string, ColumnType>>;
export type ColumnsOf<L extends Layout> = { -readonly [K in keyof L]: L[K] extends ColumnType<infer C> ? C : never };

const FIRST_ROWS = 256;
const BLOCK_ROWS = 256;
/** Bytes up to which the memory of a table is kept. */
const MOST_KEPT = 64_000_000;
/** Memory of the tables that were done with last: fresh memory costs more than what is written to it. */
const spare = new Map<Layout, Float64Array>();

/** The place of each column in a row. */
export function placesOf<L extends Layout>(layout: L): Readonly<Record<keyof L, number>> {
  return Object.fromEntries(Object.keys(layout).map((name, place) => [name, place])) as Record<keyof L, number>;
}

/**
 * A table as it is written: row behind row, each number a double, so that a new row touches one place in memory
 * instead of one for each column. It becomes columns at the end.
 */
export class Table<L extends Layout> {
  /** Rows written. */
  count = 0;
  /** Where the numbers are: row `r` begins at `r · width`. Growing replaces the array. */
  values: Float64Array;
  readonly width: number;
  readonly #layout: L;

  constructor(layout: L) {
    this.#layout = layout;
    this.width = Object.keys(layout).length;
    this.values = spare.get(layout) ?? new Float64Array(FIRST_ROWS * this.width);
    spare.delete(layout);
  }

  /** Begins a row; returns where in `values` it lies. */
  add(): number {
    const at = this.count * this.width;
    if (at + this.width > this.values.length) this.#grow();
    this.count++;
    return at;
  }

  /** The rows as columns of their own, in memory that other threads can read; the table can't be used after that. */
  close(): ColumnsOf<L> {
    const { values, width, count } = this;
    const columns = Object.entries(this.#layout).map(([name, Type]) => [name, sharedColumn(Type, count)] as const);
    // In blocks that stay in the processor's cache while column after column is read out of them.
    for (let from = 0; from < count; from += BLOCK_ROWS) {
      const to = Math.min(count, from + BLOCK_ROWS);
      columns.forEach(([, column], place) => {
        if (column instanceof Float64Array) copyDoubles(column, values, from, to, place, width);
        else if (column instanceof Int32Array) copyIntegers(column, values, from, to, place, width);
        else copyBytes(column, values, from, to, place, width);
      });
    }
    this.values = new Float64Array(0);
    this.count = 0;
    if (values.byteLength <= MOST_KEPT) spare.set(this.#layout, values);
    return Object.fromEntries(columns) as ColumnsOf<L>;
  }

  #grow(): void {
    const grown = new Float64Array(2 * Math.max(this.values.length, FIRST_ROWS * this.width));
    grown.set(this.values);
    this.values = grown;
  }
}

/** Shared, so that a reply to another thread takes no copy of it. */
function sharedColumn(Type: ColumnType, length: number): Column {
  return new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT));
}

// One function for each type of array: one for all of them would look up the type at every number.

function copyDoubles(
  column: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  place: number,
  width: number,
): void {
  for (let row = from, at = from * width + place; row < to; row++, at += width) column[row] = values[at] as number;
}

function copyIntegers(
  column: Int32Array,
  values: Float64Array,
  from: number,
  to: number,
  place: number,
  width: number,
): void {
  for (let row = from, at = from * width + place; row < to; row++, at += width) column[row] = values[at] as number;
}

function copyBytes(
  column: Int8Array | Uint8Array,
  values: Float64Array,
  from: number,
  to: number,
  place: number,
  width: number,
): void {
  for (let row = from, at = from * width + place; row < to; row++, at += width) column[row] = values[at] as number;
}

import type { ColumnSearch, Place } from './column-search.ts';
import type { Search } from './search.ts';

type Operand = Float64Array | number;

/** Where one operand lies above the other. */
export class AboveSearch implements Search {
  readonly #columns: ColumnSearch;
  readonly #upper: Place;
  readonly #lower: Place;
  readonly #rows: number;

  constructor(upper: Operand, lower: Operand, columns: ColumnSearch, rows: number) {
    this.#columns = columns;
    this.#upper = columns.place(upper);
    this.#lower = columns.place(lower);
    this.#rows = rows;
  }

  next(from: number, value: boolean): number {
    return value
      ? this.#columns.firstAbove(this.#upper, this.#lower, from, this.#rows)
      : this.#columns.firstNotAbove(this.#upper, this.#lower, from, this.#rows);
  }
}

/** Where one operand gets above the other: above now, and known and not above on the row before. */
export class CrossSearch implements Search {
  readonly #above: AboveSearch;
  readonly #columns: ColumnSearch;
  readonly #upper: Place;
  readonly #lower: Place;
  readonly #rows: number;

  constructor(upper: Operand, lower: Operand, columns: ColumnSearch, rows: number) {
    this.#above = new AboveSearch(upper, lower, columns, rows);
    this.#columns = columns;
    this.#upper = columns.place(upper);
    this.#lower = columns.place(lower);
    this.#rows = rows;
  }

  next(from: number, value: boolean): number {
    if (!value) return this.#isCross(from) ? from + 1 : from;
    let row = this.#above.next(from, true);
    while (row < this.#rows && !this.#wasNotAbove(row)) row = this.#above.next(this.#above.next(row, false), true);
    return row;
  }

  #isCross(row: number): boolean {
    const columns = this.#columns;
    return columns.valueAt(this.#upper, row) > columns.valueAt(this.#lower, row) && this.#wasNotAbove(row);
  }

  /** Read from the same memory that was searched: it is still at hand, the column it was copied from may not be. */
  #wasNotAbove(row: number): boolean {
    return row > 0 && this.#columns.valueAt(this.#upper, row - 1) <= this.#columns.valueAt(this.#lower, row - 1);
  }
}

import type { ColumnSearch, Place } from './column-search.ts';
import type { Search } from './search.ts';

/** Where one operand lies above the other. */
export class AboveSearch implements Search {
  readonly readyRow: number;
  readonly #columns: ColumnSearch;
  readonly #upper: Place;
  readonly #lower: Place;
  readonly #rows: number;

  constructor(upper: Place, lower: Place, columns: ColumnSearch, rows: number) {
    this.readyRow = Math.max(upper.firstKnown, lower.firstKnown);
    this.#columns = columns;
    this.#upper = upper;
    this.#lower = lower;
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
  readonly readyRow: number;
  readonly #columns: ColumnSearch;
  readonly #upper: Place;
  readonly #lower: Place;
  readonly #rows: number;

  constructor(upper: Place, lower: Place, columns: ColumnSearch, rows: number) {
    this.readyRow = Math.max(upper.firstKnown, lower.firstKnown);
    this.#columns = columns;
    this.#upper = upper;
    this.#lower = lower;
    this.#rows = rows;
  }

  next(from: number, value: boolean): number {
    const row = this.#columns.firstCross(this.#upper, this.#lower, from, this.#rows);
    // No row after a crossing is another one.
    return value || row > from ? (value ? row : from) : from + 1;
  }
}

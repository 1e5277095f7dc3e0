import { type ColumnSeries, columnOf } from '../../strategy/series.ts';
import type { Expression } from '../conditions/expression.ts';
import type { ColumnSearch, Place } from './column-search.ts';
import { AboveSearch, CrossSearch } from './comparison-search.ts';
import { Lookout } from './lookout.ts';

/** Finds the rows on which a condition holds, looking at none longer than it must. */
export interface Search {
  /** The first row on which every series in the condition has a value; the number of rows when there is none. */
  readonly readyRow: number;
  /**
   * The first row from `from` on on which the condition is `value`; the number of rows when there is none.
   * @param from at most the number of rows
   */
  next(from: number, value: boolean): number;
}

/** @param rows of every column in the expression */
export function searchFor(expression: Expression, columns: ColumnSearch, rows: number): Search {
  const { kind } = expression;
  switch (kind) {
    case 'above':
    case 'below':
    case 'crossOver':
    case 'crossUnder': {
      // What is below the other has the other above it.
      const isUpwards = kind === 'above' || kind === 'crossOver';
      const upper = placeOf(isUpwards ? expression.a : expression.b, columns);
      const lower = placeOf(isUpwards ? expression.b : expression.a, columns);
      const isLevel = kind === 'above' || kind === 'below';
      return isLevel ? new AboveSearch(upper, lower, columns, rows) : new CrossSearch(upper, lower, columns, rows);
    }
    case 'given':
      return new GivenSearch(expression.values);
    case 'not':
      return new OppositeSearch(searchFor(expression.of, columns, rows));
    case 'and':
    case 'or': {
      const left = searchFor(expression.left, columns, rows);
      const right = searchFor(expression.right, columns, rows);
      return new PairSearch(kind === 'and', left, right);
    }
  }
}

function placeOf(operand: ColumnSeries | number, columns: ColumnSearch): Place {
  return columns.place(typeof operand === 'number' ? operand : columnOf(operand));
}

class GivenSearch implements Search {
  readonly readyRow = 0;
  readonly #values: Uint8Array;

  constructor(values: Uint8Array) {
    this.#values = values;
  }

  next(from: number, value: boolean): number {
    const row = this.#values.indexOf(value ? 1 : 0, from);
    return row < 0 ? this.#values.length : row;
  }
}

class OppositeSearch implements Search {
  readonly readyRow: number;
  readonly #of: Search;

  constructor(of: Search) {
    this.readyRow = of.readyRow;
    this.#of = of;
  }

  next(from: number, value: boolean): number {
    return this.#of.next(from, !value);
  }
}

/** Both, or one of two: `a and b` is true where both are, and false where one of them is. */
class PairSearch implements Search {
  readonly readyRow: number;
  readonly #isAnd: boolean;
  readonly #left: Search;
  readonly #right: Search;
  readonly #leftAlone: Lookout;
  readonly #rightAlone: Lookout;

  constructor(isAnd: boolean, left: Search, right: Search) {
    this.readyRow = Math.max(left.readyRow, right.readyRow);
    this.#isAnd = isAnd;
    this.#left = left;
    this.#right = right;
    this.#leftAlone = new Lookout(left, !isAnd);
    this.#rightAlone = new Lookout(right, !isAnd);
  }

  next(from: number, value: boolean): number {
    if (value !== this.#isAnd) return Math.min(this.#leftAlone.next(from), this.#rightAlone.next(from));
    // Each goes on from where the other one holds, until they meet.
    let row = from;
    for (;;) {
      const left = this.#left.next(row, value);
      row = this.#right.next(left, value);
      if (row === left) return row;
    }
  }
}

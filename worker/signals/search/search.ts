import { type ColumnSeries, columnOf } from '../../strategy/series.ts';
import type { Expression } from '../conditions/expression.ts';
import type { ColumnSearch } from './column-search.ts';
import { AboveSearch, CrossSearch } from './comparison-search.ts';
import { Lookout } from './lookout.ts';

/** Finds the rows on which a condition holds, looking at none longer than it must. */
export interface Search {
  /**
   * The first row from `from` on on which the condition is `value`; the number of rows when there is none.
   * @param from at most the number of rows
   */
  next(from: number, value: boolean): number;
}

/** @param rows of every column in the expression */
export function searchFor(expression: Expression, columns: ColumnSearch, rows: number): Search {
  switch (expression.kind) {
    case 'above':
      return new AboveSearch(operandOf(expression.a), operandOf(expression.b), columns, rows);
    case 'below':
      return new AboveSearch(operandOf(expression.b), operandOf(expression.a), columns, rows);
    case 'crossOver':
      return new CrossSearch(operandOf(expression.a), operandOf(expression.b), columns, rows);
    case 'crossUnder':
      return new CrossSearch(operandOf(expression.b), operandOf(expression.a), columns, rows);
    case 'given':
      return new GivenSearch(expression.values);
    case 'not':
      return new OppositeSearch(searchFor(expression.of, columns, rows));
    default: {
      const left = searchFor(expression.left, columns, rows);
      const right = searchFor(expression.right, columns, rows);
      return new PairSearch(expression.kind === 'and', left, right);
    }
  }
}

function operandOf(operand: ColumnSeries | number): Float64Array | number {
  return typeof operand === 'number' ? operand : columnOf(operand);
}

class GivenSearch implements Search {
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
  readonly #of: Search;

  constructor(of: Search) {
    this.#of = of;
  }

  next(from: number, value: boolean): number {
    return this.#of.next(from, !value);
  }
}

/** Both, or one of two: `a and b` is true where both are, and false where one of them is. */
class PairSearch implements Search {
  readonly #isAnd: boolean;
  readonly #left: Search;
  readonly #right: Search;
  readonly #leftAlone: Lookout;
  readonly #rightAlone: Lookout;

  constructor(isAnd: boolean, left: Search, right: Search) {
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

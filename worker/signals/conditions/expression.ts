import { type ColumnSeries, columnOf } from '../../strategy/series.ts';
import { type Bits, isSet } from '../bits/bits.ts';

/** What a condition says. */
export type Expression = Comparison | Given | Pair | Negation;

export interface Comparison {
  kind: 'above' | 'below' | 'crossOver' | 'crossUnder';
  a: ColumnSeries | number;
  b: ColumnSeries | number;
}

/** The strategy's own list. */
export interface Given {
  kind: 'given';
  bits: Bits;
}

export interface Pair {
  kind: 'and' | 'or';
  left: Expression;
  right: Expression;
}

export interface Negation {
  kind: 'not';
  of: Expression;
}

/** Whether an expression is true on a row. */
export function isTrueAt(expression: Expression, row: number): boolean {
  switch (expression.kind) {
    case 'given':
      return isSet(expression.bits, row);
    case 'and':
      return isTrueAt(expression.left, row) && isTrueAt(expression.right, row);
    case 'or':
      return isTrueAt(expression.left, row) || isTrueAt(expression.right, row);
    case 'not':
      return !isTrueAt(expression.of, row);
    default:
      return compares(expression, row);
  }
}

function compares({ kind, a, b }: Comparison, row: number): boolean {
  const now = valueAt(a, row);
  const otherNow = valueAt(b, row);
  switch (kind) {
    case 'above':
      return now > otherNow;
    case 'below':
      return now < otherNow;
    case 'crossOver':
      return row > 0 && now > otherNow && valueAt(a, row - 1) <= valueAt(b, row - 1);
    case 'crossUnder':
      return row > 0 && now < otherNow && valueAt(a, row - 1) >= valueAt(b, row - 1);
  }
}

function valueAt(operand: ColumnSeries | number, row: number): number {
  return typeof operand === 'number' ? operand : (columnOf(operand)[row] as number);
}

/** Every series that is compared in an expression. */
export function seriesOf(expression: Expression): ColumnSeries[] {
  switch (expression.kind) {
    case 'given':
      return [];
    case 'and':
    case 'or':
      return [...seriesOf(expression.left), ...seriesOf(expression.right)];
    case 'not':
      return seriesOf(expression.of);
    default:
      return [expression.a, expression.b].filter((operand) => typeof operand !== 'number');
  }
}

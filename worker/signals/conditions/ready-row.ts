import { type ColumnSeries, columnOf } from '../../strategy/series.ts';
import type { Expression } from './expression.ts';

const remembered = new WeakMap<Float64Array, number>();

/** The first row on which every series in an expression has a value; the number of rows when there is none. */
export function readyRow(expression: Expression): number {
  switch (expression.kind) {
    case 'given':
      return 0;
    case 'and':
    case 'or':
      return Math.max(readyRow(expression.left), readyRow(expression.right));
    case 'not':
      return readyRow(expression.of);
    default:
      return Math.max(firstKnown(expression.a), firstKnown(expression.b));
  }
}

function firstKnown(operand: ColumnSeries | number): number {
  if (typeof operand === 'number') return 0;
  const column = columnOf(operand);
  const known = remembered.get(column);
  if (known !== undefined) return known;
  const row = column.findIndex((value) => !Number.isNaN(value));
  const first = row < 0 ? column.length : row;
  remembered.set(column, first);
  return first;
}

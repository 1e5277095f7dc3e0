import type { GridSort } from '../../../ui/grid/column.ts';

/** Rows of the table at most; nobody reads on. */
export const MOST_TOP = 1_000;

/**
 * The first results by a metric, those without a value left out; of equal ones the first in the space comes first.
 * Never sorts more than twice as many as it gives, so that a million results take a moment.
 * @returns rows of the columns
 */
export function topResults(
  places: Float64Array,
  values: Float64Array,
  direction: GridSort['direction'],
  most = MOST_TOP,
): number[] {
  const sign = direction === 'descending' ? -1 : 1;
  const at = (column: Float64Array, row: number) => column[row] ?? Number.NaN;
  const inOrder = (a: number, b: number) => sign * (at(values, a) - at(values, b)) || at(places, a) - at(places, b);
  let top: number[] = [];
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    top.push(row);
    if (top.length >= 2 * most) top = top.sort(inOrder).slice(0, most);
  });
  return top.sort(inOrder).slice(0, most);
}

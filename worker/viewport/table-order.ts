/** How the rows of a table are chosen and ordered. */
export interface TableOrder {
  /** Rows that stay. */
  keep: (row: number) => boolean;
  /** What they are ordered by; NaN comes last either way. */
  key: (row: number) => number;
  isDescending: boolean;
}

/** The rows of a table of `count` rows that are kept, in their order; those with the same key in that of the table. */
export function orderedRows(count: number, { keep, key, isDescending }: TableOrder): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (keep(row)) rows.push(row);
  const keys = Float64Array.from({ length: count }, (_, row) => key(row));
  const sign = isDescending ? -1 : 1;
  return Int32Array.from(rows).sort((a, b) => compare(keys[a] as number, keys[b] as number, sign) || a - b);
}

function compare(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -sign : a > b ? sign : 0;
}

/** Place of each name among all of them in the order of the alphabet, to sort by. */
export function alphabeticRanks(names: readonly string[]): number[] {
  const sorted = [...names].sort();
  return names.map((name) => sorted.indexOf(name));
}

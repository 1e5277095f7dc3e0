/** True or false on every row: row i is bit i mod 32 of word ⌊i / 32⌋. Bits behind the last row mean nothing. */
export type Bits = Int32Array;

/** How many words hold that many rows. */
export function wordsFor(rows: number): number {
  return (rows + 31) >>> 5;
}

export function isSet(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
}

/** Packs what is true on each row. */
export function pack(rows: number, isTrue: (row: number) => boolean): Bits {
  const bits = new Int32Array(wordsFor(rows));
  for (let row = 0; row < rows; row++) {
    if (isTrue(row)) bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
  }
  return bits;
}

/** All rows from one on. */
export function allFrom(first: number, rows: number): Bits {
  const bits = new Int32Array(wordsFor(rows)).fill(-1, wordsFor(first));
  if (first < rows) bits[first >>> 5] = -1 << (first & 31);
  return bits;
}

/** The first row from `from` on that is set in either; `rows` when there is none. Words without one are skipped whole. */
export function firstSet(first: Bits, second: Bits, from: number, rows: number): number {
  if (from >= rows) return rows;
  const words = wordsFor(rows);
  let k = from >>> 5;
  let word = ((first[k] as number) | (second[k] as number)) & (-1 << (from & 31));
  while (word === 0) {
    if (++k === words) return rows;
    word = (first[k] as number) | (second[k] as number);
  }
  return Math.min(rows, (k << 5) + 31 - Math.clz32(word & -word));
}

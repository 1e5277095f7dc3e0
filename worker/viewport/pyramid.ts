import type { BucketGrid } from './bucket-grid.ts';

/** How the values of many rows become one. Rows without a value (NaN) don't count; without any it is NaN. */
export type Fold = 'min' | 'max' | 'first' | 'last' | 'sum';

const FOLDS: Record<Fold, (so: number, next: number) => number> = {
  min: (so, next) => (next < so ? next : so),
  max: (so, next) => (next > so ? next : so),
  first: (so) => so,
  last: (_, next) => next,
  sum: (so, next) => so + next,
};

/** Rows in a cell of the lowest stored level: below, folding the rows themselves costs as little. */
const LOWEST = 16;
const FACTOR = 4;

/**
 * A column with its folds over 16, 64, 256 … rows, so that any part of it can be shown in a thousand buckets at the
 * same cost, whatever its length. Takes a twelfth of the column's memory.
 */
export class Pyramid {
  readonly #column: Float64Array;
  readonly #fold: Fold;
  /** Level `k` has cells of 16 · 4^k rows. */
  readonly #levels: Float64Array[] = [];

  /** @param column is kept, not copied */
  constructor(column: Float64Array, fold: Fold) {
    this.#column = column;
    this.#fold = fold;
    let below = folded(column, LOWEST, fold);
    while (below.length > 1) {
      this.#levels.push(below);
      below = folded(below, FACTOR, fold);
    }
  }

  /** Bytes of memory, those of the column not counted. */
  get bytes(): number {
    return this.#levels.reduce((sum, level) => sum + level.byteLength, 0);
  }

  /** The fold of each bucket. */
  buckets({ rowsPerBucket, firstBucket, buckets }: BucketGrid): Float64Array {
    let cells = this.#column;
    let perBucket = rowsPerBucket;
    let width = LOWEST;
    for (const level of this.#levels) {
      if (rowsPerBucket % width !== 0) break;
      cells = level;
      perBucket = rowsPerBucket / width;
      width *= FACTOR;
    }
    return folded(cells, perBucket, this.#fold, firstBucket, firstBucket + buckets);
  }
}

/** Folds every `width` values into one, from cell `first` up to but not including cell `end`. */
function folded(
  column: Float64Array,
  width: number,
  fold: Fold,
  first = 0,
  end = Math.ceil(column.length / width),
): Float64Array {
  const step = FOLDS[fold];
  const cells = new Float64Array(end - first);
  for (let cell = first; cell < end; cell++) {
    let so = Number.NaN;
    const stop = Math.min((cell + 1) * width, column.length);
    for (let row = cell * width; row < stop; row++) {
      const value = column[row] as number;
      if (Number.isNaN(value)) continue;
      so = Number.isNaN(so) ? value : step(so, value);
    }
    cells[cell - first] = so;
  }
  return cells;
}

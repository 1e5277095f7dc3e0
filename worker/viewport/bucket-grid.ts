/** How rows are gathered for a chart: buckets of `rowsPerBucket` rows that begin at its multiples. */
export interface BucketGrid {
  totalRows: number;
  rowsPerBucket: number;
  /** Number of the first bucket; its first row is this times `rowsPerBucket`. */
  firstBucket: number;
  buckets: number;
}

/**
 * The buckets that show the rows from `from` up to but not including `to`: at most `most` of them, as narrow as that
 * allows. Widths are 1, 2, 3, 4, 8, 12, 16, 32, 48 … rows, so that a chart that is dragged keeps its buckets, and
 * every bucket is made of at most three stored ones (see Pyramid).
 *
 * @param from may lie between rows and before the first one, as `to` may lie behind the last one
 */
export function bucketGrid(totalRows: number, from: number, to: number, most: number): BucketGrid {
  const first = clamp(Math.floor(from), totalRows);
  const end = clamp(Math.ceil(to), totalRows);
  if (end <= first) return { totalRows, rowsPerBucket: 1, firstBucket: 0, buckets: 0 };
  // What lies beyond the ends counts too: zooming out there makes buckets wider.
  for (const rowsPerBucket of widths(Math.ceil((to - from) / most))) {
    const firstBucket = Math.floor(first / rowsPerBucket);
    const buckets = Math.ceil(end / rowsPerBucket) - firstBucket;
    if (buckets <= most) return { totalRows, rowsPerBucket, firstBucket, buckets };
  }
  throw new RangeError('a chart has at least one bucket');
}

/** First row of each bucket, and how many rows it has: `rowsPerBucket` but for the last one of all. */
export function gridRows({ totalRows, rowsPerBucket, firstBucket, buckets }: BucketGrid): {
  firstRow: Int32Array;
  rows: Int32Array;
} {
  const firstRow = Int32Array.from({ length: buckets }, (_, i) => (firstBucket + i) * rowsPerBucket);
  return { firstRow, rows: firstRow.map((row) => Math.min(rowsPerBucket, totalRows - row)) };
}

/** Widths of buckets from `least` on: 1, 2 and 3 times the powers of 4. */
function* widths(least: number): Generator<number> {
  for (let power = 1; power < Number.MAX_SAFE_INTEGER / 4; power *= 4) {
    for (const times of [1, 2, 3]) if (times * power >= least) yield times * power;
  }
}

function clamp(row: number, totalRows: number): number {
  return Math.min(Math.max(row, 0), totalRows);
}

import type { Ms } from '#shared/domain/units.ts';
import type { RowRange } from './row-range.ts';

/** Bars of the buckets: first open, highest high, lowest low, last close, volume together; NaN where there is none. */
export interface BarBuckets {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/** A line of the buckets, from the series' own values; NaN where it has none. */
export interface LineBuckets {
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly last: Float64Array;
}

/** Fills one by one, oldest first. Columns of equal length. */
export interface Fills {
  readonly kind: 'fills';
  readonly row: Int32Array;
  readonly fill: Int32Array;
  /** Trade that it opened or closed; −1 where there is none. */
  readonly trade: Int32Array;
  /** 1 bought, −1 sold. */
  readonly side: Int32Array;
  /** 1 where it closed a trade. */
  readonly isExit: Int32Array;
  readonly price: Float64Array;
  /** Net profit of the trades that it closed; NaN for an entry. */
  readonly pnl: Float64Array;
}

/** How many fills there are, where they are too many to be drawn. */
export interface FillCounts {
  readonly kind: 'counts';
  readonly firstRow: Int32Array;
  readonly rows: Int32Array;
  readonly bought: Int32Array;
  readonly sold: Int32Array;
  readonly pnl: Float64Array;
}

export type Markers = Fills | FillCounts;

/**
 * A stretch of a series as a chart draws it: neighbouring buckets of `rowsPerBucket` rows that begin at multiples of
 * it. All columns have one value a bucket.
 */
export interface Viewport {
  /** Rows of the whole series. */
  readonly totalRows: number;
  /** 1: every bucket is one bar. */
  readonly rowsPerBucket: number;
  readonly firstRow: Int32Array;
  readonly rows: Int32Array;
  /** Opening time of the first row, ms UTC. */
  readonly time: Float64Array;
  readonly bars: BarBuckets | null;
  /** By the id under which the chart is told to draw them. */
  readonly lines: Readonly<Record<string, LineBuckets>>;
  /** In the order of time; more than one where viewports were joined. */
  readonly markers: readonly Markers[];
}

/** Buckets from `start` up to but not including `end`. */
export interface BucketSpan {
  readonly start: number;
  readonly end: number;
}

export function bucketCount(viewport: Viewport): number {
  return viewport.firstRow.length;
}

/** The row behind the last one of a bucket. */
export function endOfBucket(viewport: Viewport, bucket: number): number {
  return (viewport.firstRow[bucket] ?? 0) + (viewport.rows[bucket] ?? 0);
}

/** The middle of a bucket on the row axis. */
export function middleOfBucket(viewport: Viewport, bucket: number): number {
  return (viewport.firstRow[bucket] ?? 0) + (viewport.rows[bucket] ?? 0) / 2;
}

/** The last bucket that begins at or before a row; −1 when all begin later. */
export function bucketBefore(viewport: Viewport, row: number): number {
  let low = 0;
  let high = bucketCount(viewport);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((viewport.firstRow[middle] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The bucket that holds a row; the nearest one for a row outside, −1 when there is none. */
export function bucketAt(viewport: Viewport, row: number): number {
  return bucketCount(viewport) === 0 ? -1 : Math.max(0, bucketBefore(viewport, row));
}

/** The buckets of which a part is in view. */
export function bucketsIn(viewport: Viewport, { from, to }: RowRange): BucketSpan {
  let start = bucketBefore(viewport, from);
  if (start < 0 || endOfBucket(viewport, start) <= from) start++;
  let end = bucketBefore(viewport, to) + 1;
  if (end > start && (viewport.firstRow[end - 1] ?? 0) >= to) end--;
  return { start, end: Math.max(start, end) };
}

/** The time of the bucket at a row; null where there is none. */
export function timeAt(viewport: Viewport, row: number): Ms | null {
  return viewport.time[bucketAt(viewport, row)] ?? null;
}

/** The lowest and highest number of columns in some buckets; null where there is none. */
export function extentOf(
  columns: readonly Float64Array[],
  { start, end }: BucketSpan,
): { low: number; high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const column of columns) {
    for (let bucket = start; bucket < end; bucket++) {
      const value = column[bucket] ?? Number.NaN;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? { low, high } : null;
}

import type { RowRange } from './row-range.ts';
import {
  type BarBuckets,
  type BucketSpan,
  bucketCount,
  bucketsIn,
  endOfBucket,
  type LineBuckets,
  type Markers,
  type Viewport,
} from './viewport.ts';

/**
 * Two neighbouring viewports as one; null when their buckets differ in size. A bucket on the border may be in both.
 */
export function joinViewports(left: Viewport, right: Viewport): Viewport | null {
  if (left.rowsPerBucket !== right.rowsPerBucket) return null;
  const count = bucketCount(left);
  const end = count === 0 ? Number.NEGATIVE_INFINITY : endOfBucket(left, count - 1);
  let start = 0;
  while (start < bucketCount(right) && (right.firstRow[start] ?? 0) < end) start++;
  const rest = sliceViewport(right, { start, end: bucketCount(right) });
  return {
    totalRows: right.totalRows,
    rowsPerBucket: left.rowsPerBucket,
    firstRow: joinInt32(left.firstRow, rest.firstRow),
    rows: joinInt32(left.rows, rest.rows),
    time: joinFloat64(left.time, rest.time),
    bars: left.bars && rest.bars && joinColumns(left.bars, rest.bars),
    lines: joinLines(left.lines, rest.lines),
    markers: [...left.markers, ...rest.markers],
  };
}

/** The part of a viewport that lies between two rows, without a copy. Markers go with the query that brought them. */
export function cutViewport(viewport: Viewport, range: RowRange): Viewport {
  return {
    ...sliceViewport(viewport, bucketsIn(viewport, range)),
    markers: viewport.markers.filter((markers) => touches(markers, range)),
  };
}

function touches(markers: Markers, { from, to }: RowRange): boolean {
  const rows = markers.kind === 'fills' ? markers.row : markers.firstRow;
  const first = rows[0];
  const last = rows.at(-1);
  return first !== undefined && last !== undefined && first < to && last >= from;
}

function sliceViewport(viewport: Viewport, { start, end }: BucketSpan): Viewport {
  const slice = <Columns extends object>(columns: Columns): Columns =>
    mapColumns(columns, (column: Float64Array) => column.subarray(start, end));
  return {
    ...viewport,
    firstRow: viewport.firstRow.subarray(start, end),
    rows: viewport.rows.subarray(start, end),
    time: viewport.time.subarray(start, end),
    bars: viewport.bars && slice(viewport.bars),
    lines: Object.fromEntries(Object.entries(viewport.lines).map(([id, line]) => [id, slice(line)])),
  };
}

function joinLines(
  left: Readonly<Record<string, LineBuckets>>,
  right: Readonly<Record<string, LineBuckets>>,
): Record<string, LineBuckets> {
  const joined: Record<string, LineBuckets> = {};
  for (const [id, line] of Object.entries(left)) {
    const rest = right[id];
    if (rest) joined[id] = joinColumns(line, rest);
  }
  return joined;
}

function joinColumns<Columns extends BarBuckets | LineBuckets>(left: Columns, right: Columns): Columns {
  return mapColumns(left, (column, name) => joinFloat64(column, right[name as keyof Columns] as Float64Array));
}

function mapColumns<Columns extends object>(
  columns: Columns,
  change: (column: Float64Array, name: string) => Float64Array,
): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column, name)])) as Columns;
}

function joinFloat64(left: Float64Array, right: Float64Array): Float64Array {
  const joined = new Float64Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}

function joinInt32(left: Int32Array, right: Int32Array): Int32Array {
  const joined = new Int32Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}

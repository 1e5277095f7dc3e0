/**
 * The rows to draw of a long column: at most `limit` of them, in order, with the first and last, and the smallest
 * and largest of every stretch, so that no peak, trough or crash is lost. Rows that aren't finite are left out.
 *
 * @param limit at least 4
 */
export function extremesPerBucket(values: Float64Array, limit: number): number[] {
  const rows = finiteRows(values);
  if (rows.length <= limit) return rows;
  const buckets = Math.floor(limit / 2) - 1;
  const kept = new Set<number>([rows[0] as number]);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = Math.floor((bucket * rows.length) / buckets);
    const end = Math.floor(((bucket + 1) * rows.length) / buckets);
    let low = rows[start] as number;
    let high = low;
    for (let i = start + 1; i < end; i++) {
      const row = rows[i] as number;
      if ((values[row] as number) < (values[low] as number)) low = row;
      if ((values[row] as number) > (values[high] as number)) high = row;
    }
    kept.add(Math.min(low, high)).add(Math.max(low, high));
  }
  kept.add(rows.at(-1) as number);
  return [...kept];
}

function finiteRows(values: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (Number.isFinite(values[row])) rows.push(row);
  }
  return rows;
}

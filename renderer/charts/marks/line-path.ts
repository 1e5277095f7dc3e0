import { type BucketSpan, type LineBuckets, middleOfBucket, type Viewport } from '../viewport/viewport.ts';
import type { Plane } from './candle-path.ts';
import type { PathSink } from './path-sink.ts';

/** Less than this between lowest and highest, px, and a point says as much as a stroke. */
const FLAT = 0.75;

/**
 * A line through the last values of the buckets that also reaches their lowest and highest, the nearer one first, so
 * that no extreme is lost however many values a bucket has. It breaks where there is no value.
 */
export function linePath(sink: PathSink, viewport: Viewport, line: LineBuckets, span: BucketSpan, plane: Plane): void {
  let before = Number.NaN;
  // One bucket beyond each edge, so that the line runs out of the view instead of ending inside it.
  const start = Math.max(0, span.start - 1);
  const end = Math.min(line.last.length, span.end + 1);
  for (let bucket = start; bucket < end; bucket++) {
    const last = plane.y(line.last[bucket] ?? Number.NaN);
    if (Number.isNaN(last)) {
      before = Number.NaN;
      continue;
    }
    const x = plane.x(middleOfBucket(viewport, bucket));
    const bottom = plane.y(line.min[bucket] ?? Number.NaN);
    const top = plane.y(line.max[bucket] ?? Number.NaN);
    const reached = reach(before, top, bottom, last);
    if (Number.isNaN(before)) sink.moveTo(x, reached[0] ?? last);
    else sink.lineTo(x, reached[0] ?? last);
    for (let step = 1; step < reached.length; step++) sink.lineTo(x, reached[step] ?? last);
    before = last;
  }
}

/** Heights that a line passes in one bucket, the last value last. */
function reach(before: number, top: number, bottom: number, last: number): number[] {
  if (!(bottom - top > FLAT)) return [last];
  const isTopNearer =
    Math.abs((Number.isNaN(before) ? last : before) - top) < Math.abs((Number.isNaN(before) ? last : before) - bottom);
  const [near, far] = isTopNearer ? [top, bottom] : [bottom, top];
  return far === last ? [near, far] : [near, far, last];
}

/** The area between a line's lowest values and a height on the screen, px, as for a drawdown. */
export function areaPath(
  sink: PathSink,
  viewport: Viewport,
  values: Float64Array,
  span: BucketSpan,
  plane: Plane,
  ceiling: number,
): void {
  const start = Math.max(0, span.start - 1);
  const end = Math.min(values.length, span.end + 1);
  let right = Number.NaN;
  const close = () => {
    if (Number.isNaN(right)) return;
    sink.lineTo(right, ceiling);
    sink.closePath();
    right = Number.NaN;
  };
  for (let bucket = start; bucket < end; bucket++) {
    const y = plane.y(values[bucket] ?? Number.NaN);
    if (Number.isNaN(y)) {
      close();
      continue;
    }
    const x = plane.x(middleOfBucket(viewport, bucket));
    if (Number.isNaN(right)) sink.moveTo(x, ceiling);
    sink.lineTo(x, y);
    right = x;
  }
  close();
}

import type { Ms } from '#shared/domain/units.ts';

/** Months, years and days on which clocks change are up to a tenth longer than the timeframe's usual length. */
const LONGEST = 1.1;

/**
 * When the bar at a row is over: when the next one opens, or, before a gap and at the end of the data, after the length
 * of its timeframe.
 * @param time opening times, ascending
 */
export function barEnd(time: Float64Array, row: number, length: Ms): Ms {
  const open = time[row] as number;
  const next = row + 1 < time.length ? (time[row + 1] as number) : Number.POSITIVE_INFINITY;
  return next - open <= length * LONGEST ? next : open + length;
}

import type { EquityViewport } from '#shared/contract/viewport.ts';
import type { LineBuckets, Viewport } from '../../charts/viewport/viewport.ts';

/** A stretch of time that several runs have in common; null where they have none. */
export function commonTime(
  runs: readonly { firstTime: number; lastTime: number }[],
): { from: number; to: number; isCut: boolean } | null {
  const from = Math.max(...runs.map(({ firstTime }) => firstTime));
  const to = Math.min(...runs.map(({ lastTime }) => lastTime));
  if (!(from < to)) return null;
  return { from, to, isCut: runs.some(({ firstTime, lastTime }) => firstTime !== from || lastTime !== to) };
}

/**
 * Equity of a run in the buckets of another one: of each bucket the lowest, highest and last value of the buckets
 * that begin in it, what stood before where none does, NaN before the first.
 *
 * @param scale equity is multiplied by it
 * @param common outside of this time there is nothing
 * @param time beginnings of the buckets that the line is drawn in, ascending
 */
export function equityLine(
  answer: EquityViewport,
  scale: number,
  time: Float64Array,
  common: { from: number; to: number },
): LineBuckets {
  const line = {
    min: new Float64Array(time.length).fill(Number.NaN),
    max: new Float64Array(time.length).fill(Number.NaN),
    last: new Float64Array(time.length).fill(Number.NaN),
  };
  let next = 0;
  let standing = Number.NaN;
  for (let bucket = 0; bucket < time.length; bucket++) {
    const end = time[bucket + 1] ?? Number.POSITIVE_INFINITY;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (; next < answer.time.length && (answer.time[next] ?? 0) < end; next++) {
      low = Math.min(low, answer.equityMin[next] ?? low);
      high = Math.max(high, answer.equityMax[next] ?? high);
      standing = answer.equityLast[next] ?? Number.NaN;
    }
    if (end <= common.from || (time[bucket] ?? 0) > common.to) continue;
    line.min[bucket] = (low <= high ? low : standing) * scale;
    line.max[bucket] = (low <= high ? high : standing) * scale;
    line.last[bucket] = standing * scale;
  }
  return line;
}

/** The buckets of the first run, with a line for each run under its id. */
export function overlayViewport(first: EquityViewport, lines: Readonly<Record<string, LineBuckets>>): Viewport {
  const { totalRows, rowsPerBucket, firstRow, rows, time } = first;
  return { totalRows, rowsPerBucket, firstRow, rows, time, bars: null, lines, markers: [] };
}

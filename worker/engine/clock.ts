import type { BarColumns } from '#shared/domain/bars.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Ms } from '#shared/domain/units.ts';

/** Bars of one timeframe differ in length: February has 28 of the 31 days of January. */
const SHORTEST_MONTH = 28 / 31;

/** The run's clock: every time at which at least one symbol has a bar, ascending. */
export interface RunClock {
  time: Float64Array;
  /**
   * For each symbol, the row of its bar at each tick of the clock, −1 where it has none; null when its bars are
   * the clock itself.
   */
  rows: readonly (Int32Array | null)[];
}

/**
 * Puts the bars of all symbols on one clock: the sorted union of their times.
 * @throws HindcastError `data.overlapping-bars` when bars of two symbols overlap in time without opening together:
 * seeing the one at its close would be seeing into the other, which is ordered by its open
 */
export function mergeClocks(series: readonly BarColumns[]): RunClock {
  const [first, ...others] = series.map((bars) => bars.time);
  if (first === undefined) return { time: new Float64Array(0), rows: [] };
  if (others.every((time) => sameTimes(time, first))) return { time: first, rows: series.map(() => null) };
  const time = others.reduce(union, first);
  const ownStep = Math.min(...series.map((bars) => shortestStep(bars.time)));
  if (Number.isFinite(ownStep) && shortestStep(time) < ownStep * SHORTEST_MONTH) throw overlappingBars();
  return { time, rows: series.map((bars) => rowsOnClock(bars.time, time)) };
}

export function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

/** The times of both, each once. */
function union(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let count = 0;
  for (let i = 0, k = 0; i < a.length || k < b.length; count++) {
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[k] ?? Number.POSITIVE_INFINITY);
    merged[count] = next;
    if (a[i] === next) i++;
    if (b[k] === next) k++;
  }
  return merged.subarray(0, count);
}

function shortestStep(time: Float64Array): Ms {
  let shortest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < time.length; i++) {
    shortest = Math.min(shortest, (time[i] as number) - (time[i - 1] as number));
  }
  return shortest;
}

function rowsOnClock(own: Float64Array, clock: Float64Array): Int32Array {
  const rows = new Int32Array(clock.length).fill(-1);
  let row = 0;
  for (let tick = 0; tick < clock.length && row < own.length; tick++) {
    if (clock[tick] === own[row]) rows[tick] = row++;
  }
  return rows;
}

function overlappingBars(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.overlapping-bars',
    message: 'The bars of the symbols overlap in time without opening together, so one would look into the other.',
    hint: 'Bring them to the same opening times, for example by importing both with the right time zone.',
  });
}

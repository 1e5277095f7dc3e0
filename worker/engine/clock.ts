import type { BarColumns } from '#shared/domain/bars.ts';

/** The run's clock: every time at which at least one symbol has a bar, ascending. */
export interface RunClock {
  time: Float64Array;
  /**
   * For each symbol, the row of its bar at each tick of the clock, −1 where it has none; null when its bars are
   * the clock itself.
   */
  rows: readonly (Int32Array | null)[];
}

/** Puts the bars of all symbols on one clock: the sorted union of their times. */
export function mergeClocks(series: readonly BarColumns[]): RunClock {
  const first = series[0];
  if (first === undefined) return { time: new Float64Array(0), rows: [] };
  if (series.every((bars) => sameTimes(bars.time, first.time))) {
    return { time: first.time, rows: series.map(() => null) };
  }
  const time = Float64Array.from(new Set(series.flatMap((bars) => Array.from(bars.time)))).sort();
  return { time, rows: series.map((bars) => rowsOnClock(bars.time, time)) };
}

function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

function rowsOnClock(own: Float64Array, clock: Float64Array): Int32Array {
  const rows = new Int32Array(clock.length).fill(-1);
  let row = 0;
  for (let tick = 0; tick < clock.length && row < own.length; tick++) {
    if (clock[tick] === own[row]) rows[tick] = row++;
  }
  return rows;
}

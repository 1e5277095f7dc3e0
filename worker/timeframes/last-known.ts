import type { BarColumns } from '#shared/domain/bars.ts';
import { TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { barEnd } from './bar-end.ts';

/** Bars of a timeframe. */
export type TimedBars = { readonly bars: Pick<BarColumns, 'time' | 'close'>; readonly timeframe: Timeframe };

/**
 * The close that was known last at each of some moments: that of the latest bar that was over. NaN where there is none,
 * or where the bar was over longer ago than `longest`.
 * @param moments ascending
 */
export function lastCloses(moments: Float64Array, { bars, timeframe }: TimedBars, longest: Ms): Float64Array {
  const { time, close } = bars;
  const length = TIMEFRAMES[timeframe];
  const known = sharedColumn(moments.length);
  let row = -1;
  for (let i = 0; i < moments.length; i++) {
    const moment = moments[i] as number;
    while (row + 1 < time.length && barEnd(time, row + 1, length) <= moment) row++;
    const isKnown = row >= 0 && moment - barEnd(time, row, length) <= longest;
    known[i] = isKnown ? (close[row] as number) : Number.NaN;
  }
  return known;
}

/** The close of the bar in which each of some moments lies; NaN where it lies in none. */
export function closesAround(moments: Float64Array, { bars, timeframe }: TimedBars): Float64Array {
  const { time, close } = bars;
  const length = TIMEFRAMES[timeframe];
  const around = sharedColumn(moments.length);
  let row = -1;
  for (let i = 0; i < moments.length; i++) {
    const moment = moments[i] as number;
    while (row + 1 < time.length && (time[row + 1] as number) <= moment) row++;
    const isInside = row >= 0 && moment < barEnd(time, row, length);
    around[i] = isInside ? (close[row] as number) : Number.NaN;
  }
  return around;
}

/** In memory that workers read without copying. */
function sharedColumn(rows: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(rows * Float64Array.BYTES_PER_ELEMENT));
}

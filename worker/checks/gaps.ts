import { DAY } from '../metrics/civil-month.ts';
import { dayEnds, medianStep, tradesOnWeekends } from '../metrics/sampling.ts';
import { quantile } from '../metrics/statistics/quantile.ts';

/** How many times the usual distance between two bars may be exceeded. */
const PATIENCE = 5;
/** The longest closure that weekends and holidays explain. */
const LONGEST_CLOSURE = 5 * DAY;

/**
 * Rows of the bars that follow a gap: a distance to the bar before of more than five times the usual one, which
 * the market's hours don't explain.
 *
 * Hours explain, in a market that rests on weekends, the time from one UTC day to another up to five days (nights,
 * weekends, holidays); and inside a day a break that at least every other day has (lunch, maintenance), up to five
 * times its usual length.
 *
 * @param time open times of one symbol's bars, ms UTC, ascending
 */
export function gapsIn(time: Float64Array): Int32Array {
  const days = dayEnds(time);
  const limit = PATIENCE * medianStep(time);
  const withinDay = PATIENCE * usualBreak(time, limit, days.length) || limit;
  const overNight = tradesOnWeekends(time, days) ? withinDay : Math.max(limit, LONGEST_CLOSURE);
  const gaps: number[] = [];
  for (let row = 1; row < time.length; row++) {
    const before = time[row - 1] as number;
    const now = time[row] as number;
    if (now - before > (isSameDay(before, now) ? withinDay : overNight)) gaps.push(row);
  }
  return Int32Array.from(gaps);
}

/** Median length of the breaks inside days, of more than `limit`; NaN where fewer than every other day has one. */
function usualBreak(time: Float64Array, limit: number, days: number): number {
  const breaks: number[] = [];
  for (let row = 1; row < time.length; row++) {
    const before = time[row - 1] as number;
    const now = time[row] as number;
    if (now - before > limit && isSameDay(before, now)) breaks.push(now - before);
  }
  return breaks.length * 2 < days ? Number.NaN : quantile(Float64Array.from(breaks), 0.5);
}

/** Where in an ascending column the first number above this one stands; its length when there is none. */
export function firstAbove(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSameDay(a: number, b: number): boolean {
  return Math.floor(a / DAY) === Math.floor(b / DAY);
}

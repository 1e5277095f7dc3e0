import type { Ms } from '#shared/domain/units.ts';
import { DAY } from './civil-month.ts';

/**
 * The usual distance between two bars: the median of all distances, ms; NaN with fewer than two bars.
 * Nights, weekends and holidays don't move it.
 */
export function medianStep(time: Float64Array): Ms {
  const count = time.length - 1;
  if (count < 1) return Number.NaN;
  const usual = majorityStep(time);
  if (usual !== null) return usual;
  const steps = new Float64Array(count);
  for (let k = 0; k < count; k++) steps[k] = (time[k + 1] as number) - (time[k] as number);
  steps.sort();
  return ((steps[(count - 1) >> 1] as number) + (steps[count >> 1] as number)) / 2;
}

/**
 * The distance that more than half of the bars have, which then is the median, without sorting a million of
 * them; null when there is none. Source: Boyer and Moore (1981), MJRTY.
 */
function majorityStep(time: Float64Array): Ms | null {
  let candidate = Number.NaN;
  let votes = 0;
  for (let k = 1; k < time.length; k++) {
    const step = (time[k] as number) - (time[k - 1] as number);
    if (votes === 0) candidate = step;
    votes += step === candidate ? 1 : -1;
  }
  let count = 0;
  for (let k = 1; k < time.length; k++) {
    if ((time[k] as number) - (time[k - 1] as number) === candidate) count++;
  }
  return count * 2 > time.length - 1 ? candidate : null;
}

/** Positions of all bars. */
export function everyBar(time: Float64Array): Int32Array {
  const bars = new Int32Array(time.length);
  for (let bar = 0; bar < bars.length; bar++) bars[bar] = bar;
  return bars;
}

/** Positions of the last bar of each UTC day; days without bars have none. */
export function dayEnds(time: Float64Array): Int32Array {
  const ends = new Int32Array(time.length);
  let days = 0;
  let midnight = Number.NEGATIVE_INFINITY;
  for (let bar = 0; bar < time.length; bar++) {
    const moment = time[bar] as number;
    if (moment >= midnight) {
      midnight = (Math.floor(moment / DAY) + 1) * DAY;
      days++;
    }
    ends[days - 1] = bar;
  }
  return ends.slice(0, days);
}

/**
 * True for markets that trade through the weekend: more than 60 % of the two days in seven that an
 * unbroken week would put there. backtesting.py draws the line at the same place.
 *
 * @param ends the last bar of each UTC day, as `dayEnds` gives it
 */
export function tradesOnWeekends(time: Float64Array, ends: Int32Array): boolean {
  let weekendBars = 0;
  let previous = -1;
  for (const end of ends) {
    const day = Math.floor((time[end] as number) / DAY);
    const weekday = (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday; 0 = Monday
    if (weekday >= 5) weekendBars += end - previous;
    previous = end;
  }
  return weekendBars > (2 / 7) * 0.6 * time.length;
}

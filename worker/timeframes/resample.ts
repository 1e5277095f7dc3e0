import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import { SESSIONS, type Session } from '#shared/domain/session.ts';
import { fitsInto, isIntraday, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { barSpanAt } from './bar-span.ts';
import { SessionCalendar } from './session-calendar.ts';

/** Bars of a higher timeframe, and when they were known. */
export interface HigherBars {
  /** `time` is where each bar opens by the calendar, whether or not something was traded then. */
  readonly bars: BarColumns;
  /** Where each bar ends by the calendar, ms UTC. */
  readonly end: Float64Array;
  /**
   * For each bar the row of the base bar at whose close it may be seen, never descending; the number of base bars
   * when it was not complete with the last of them.
   */
  readonly visibleFrom: Int32Array;
}

/**
 * Puts bars together to bars of a higher timeframe: first open, highest high, lowest low, last close, sum of the
 * volumes that are known (NaN when none is). A bar has an end by the calendar of its session (see `barSpanAt`) and is
 * complete with the base bar that closes at or after it. Where that one is missing (a pause in trading, a shorter
 * day), only the next base bar tells that nothing more comes: the bar may be seen from the close of that one on.
 *
 * What may be seen at a base bar depends on that bar and earlier ones only. A bar that has been seen never changes:
 * if base bars overlap, so that one still opens before an end that another has reached, it counts to the next bar.
 *
 * Base bars shorter than a day that lie outside the session take no part. Longer ones all do: they may be dated by
 * midnight of whatever place, so each counts to the session that closes next.
 *
 * Takes O(bars) time; holds four bytes a base bar besides the result.
 *
 * @param from how long the base bars last: an intraday bar closes that much after it opens, a longer one at its end
 * by the calendar
 * @throws RangeError when bars of `from` don't fill bars of `to`
 * @throws HindcastError `usage.unknown-timezone`
 */
export function resample(
  base: BarColumns,
  from: Timeframe,
  to: Timeframe,
  session: Session = SESSIONS['24x7'],
): HigherBars {
  if (!fitsInto(from, to)) throw new RangeError(`bars of ${from} don't fill bars of ${to}`);
  const { opens, ends, visibleFrom, barOf } = layOut(base.time, from, to, new SessionCalendar(session));
  const bars = allocateBars(opens.length, 'own');
  bars.time.set(opens);
  putTogether(base, barOf, bars);
  return { bars, end: new Float64Array(ends), visibleFrom: new Int32Array(visibleFrom) };
}

interface Layout {
  opens: Ms[];
  ends: Ms[];
  visibleFrom: number[];
  /** For each base bar the higher bar to which it counts, −1 when it takes no part. */
  barOf: Int32Array;
}

function layOut(time: Float64Array, from: Timeframe, to: Timeframe, calendar: SessionCalendar): Layout {
  const layout: Layout = { opens: [], ends: [], visibleFrom: [], barOf: new Int32Array(time.length).fill(-1) };
  const { opens, ends, visibleFrom, barOf } = layout;
  const length = isIntraday(from) ? TIMEFRAMES[from] : null;
  let end = Number.NEGATIVE_INFINITY;
  let isComplete = true;
  let day = calendar.dayAt(time[0] ?? 0);
  for (let row = 0; row < time.length; row++) {
    const opened = time[row] as number;
    if (!isComplete && opened >= end) {
      visibleFrom.push(row);
      isComplete = true;
    }
    if (opened >= day.close) day = calendar.dayAt(opened);
    if (length !== null && opened + length <= day.open) continue;
    if (isComplete) {
      const span = barSpanAt(Math.max(opened, end), to, calendar);
      opens.push(span.open);
      ends.push(span.end);
      end = span.end;
      isComplete = false;
    }
    barOf[row] = opens.length - 1;
    const closed = length === null ? barSpanAt(opened, from, calendar).end : opened + length;
    if (closed >= end) {
      visibleFrom.push(row);
      isComplete = true;
    }
  }
  if (!isComplete) visibleFrom.push(time.length);
  return layout;
}

/** Fills all columns but the time. */
function putTogether(base: BarColumns, barOf: Int32Array, bars: BarColumns): void {
  const { open, high, low, close, volume } = bars;
  let latest = -1;
  for (let row = 0; row < barOf.length; row++) {
    const bar = barOf[row] as number;
    if (bar < 0) continue;
    const baseHigh = base.high[row] as number;
    const baseLow = base.low[row] as number;
    const baseVolume = base.volume[row] as number;
    if (bar > latest) {
      latest = bar;
      open[bar] = base.open[row] as number;
      high[bar] = baseHigh;
      low[bar] = baseLow;
      volume[bar] = baseVolume;
    } else {
      if (baseHigh > (high[bar] as number)) high[bar] = baseHigh;
      if (baseLow < (low[bar] as number)) low[bar] = baseLow;
      volume[bar] = sumOfKnown(volume[bar] as number, baseVolume);
    }
    close[bar] = base.close[row] as number;
  }
}

function sumOfKnown(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : a + b;
}

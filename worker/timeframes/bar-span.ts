import { isIntraday, TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { type CivilDay, daysSinceMonday, type SessionCalendar } from './session-calendar.ts';

const DAY = 86_400_000;
const MONTHS: Partial<Record<Timeframe, number>> = { '1M': 1, '3M': 3, '1y': 12 };

/** The time of one bar: from its opening up to but not including its end. */
export interface BarSpan {
  readonly open: Ms;
  readonly end: Ms;
}

/**
 * The bar of a timeframe to which a moment belongs, on the calendar of a session.
 *
 * Bars shorter than a day follow each other from the opening of the session, and the last one ends with it: hours
 * from 09:30 to 16:00 are six and a half. Longer ones last from the opening of their first trading day to the close of
 * their last. Weeks begin on Monday; months, quarters and years are those of the trading day's date.
 */
export function barSpanAt(time: Ms, timeframe: Timeframe, calendar: SessionCalendar): BarSpan {
  const { date, open, close } = calendar.dayAt(time);
  if (timeframe === '1d') return { open, end: close };
  if (isIntraday(timeframe)) {
    const length = TIMEFRAMES[timeframe];
    const start = open + Math.max(0, Math.floor((time - open) / length)) * length;
    return { open: start, end: Math.min(start + length, close) };
  }
  const [first, last] = datesAround(date, timeframe);
  return { open: calendar.dayFrom(first).open, end: calendar.dayUpTo(last).close };
}

/** First and last date of the week, month, quarter or year around a date. */
function datesAround(date: CivilDay, timeframe: Timeframe): [CivilDay, CivilDay] {
  const months = MONTHS[timeframe];
  if (months === undefined) {
    const monday = date - daysSinceMonday(date);
    return [monday, monday + 6];
  }
  const civil = new Date(date * DAY);
  const year = civil.getUTCFullYear();
  const month = Math.floor(civil.getUTCMonth() / months) * months;
  return [Date.UTC(year, month) / DAY, Date.UTC(year, month + months) / DAY - 1];
}

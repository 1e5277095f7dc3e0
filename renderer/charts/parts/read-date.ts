import type { Ms } from '#shared/domain/units.ts';
import { timeLabel } from '../axes/calendar.ts';

/** Where a typed date leads to, or what is wrong with it. */
export type ReadDate = { readonly time: Ms } | { readonly problem: string };

/** When the first and the last bar of a series open. */
export interface SeriesEnds {
  readonly first: Ms;
  readonly last: Ms;
}

const DAY: Ms = 86_400_000;
const UNDERSTOOD =
  'Type a year, a month or a day (2021, 2021-01, 2021-01-15), a time of a day (2021-01-15 14:30), or a time back from the last bar (-2y, -6m, -3w, -10d, -12h).';

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2}))?)?)?$/;
const BACK = /^[-−]\s*(\d{1,5})\s*(h|d|w|m|mo|y)$/i;

/**
 * Reads a typed date, UTC: a day and its parts, or how long before the last bar. Months and years back end on the same
 * day, or on the last one of a shorter month.
 * @returns a time between the ends: the beginning of what was typed, or the first bar where that lies inside of it
 */
export function readDate(text: string, ends: SeriesEnds): ReadDate {
  const typed = text.trim();
  const back = BACK.exec(typed);
  if (back !== null) return inside(backFrom(ends.last, Number(back[1]), (back[2] ?? '').toLowerCase()), ends);
  const date = DATE.exec(typed);
  if (date === null) return { problem: UNDERSTOOD };
  const [year = 0, month, day, hour, minute] = date
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const start = timeOf(year, (month ?? 1) - 1, day ?? 1) + ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
  if (!isOnCalendar(year, month ?? 1, day ?? 1) || (hour ?? 0) > 23 || (minute ?? 0) > 59) {
    return { problem: `There is no ${typed} on the calendar.` };
  }
  return inside({ start, end: endOf(start, year, month, day, hour) }, ends);
}

function inside({ start, end }: { start: Ms; end: Ms }, { first, last }: SeriesEnds): ReadDate {
  if (end > first && start <= last) return { time: Math.max(start, first) };
  const label = (time: Ms) => timeLabel(time, time % DAY === 0 ? DAY : 60_000);
  return { problem: `The chart goes from ${label(first)} to ${label(last)}.` };
}

/** The end of what was typed: of the year, the month, the day or the minute. */
function endOf(start: Ms, year: number, month?: number, day?: number, hour?: number): Ms {
  if (month === undefined) return timeOf(year + 1, 0, 1);
  if (day === undefined) return timeOf(year, month, 1);
  return start + (hour === undefined ? DAY : 60_000);
}

function backFrom(last: Ms, count: number, unit: string): { start: Ms; end: Ms } {
  const length = { h: DAY / 24, d: DAY, w: 7 * DAY }[unit];
  const start = length === undefined ? monthsBefore(last, unit === 'y' ? 12 * count : count) : last - count * length;
  return { start, end: start + 1 };
}

function monthsBefore(time: Ms, count: number): Ms {
  const date = new Date(time);
  const month = date.getUTCMonth() - count;
  const lastDay = new Date(timeOf(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return timeOf(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), lastDay)) + (((time % DAY) + DAY) % DAY);
}

function isOnCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(timeOf(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Months from 0; beyond a year they count on, as days beyond a month do. */
function timeOf(year: number, month: number, day: number): Ms {
  // Date.UTC takes years below 100 for years of the last century.
  return new Date(0).setUTCFullYear(year, month, day);
}

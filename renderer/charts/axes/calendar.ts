import type { Ms } from '#shared/domain/units.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day of the Gregorian calendar, UTC. */
export interface CalendarDay {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

/**
 * The day of a time. Arithmetic instead of a Date, because an axis asks for thousands of them in a frame.
 * Source: H. Hinnant, chrono-compatible low-level date algorithms, `civil_from_days`.
 */
export function calendarDay(time: Ms): CalendarDay {
  const shifted = Math.floor(time / DAY) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10;
  return {
    year: yearOfEra + era * 400 + (month <= 1 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** `14:00`, with seconds where they aren't 0. */
export function clockLabel(time: Ms): string {
  const ofDay = time - Math.floor(time / DAY) * DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = (ofDay % MINUTE) / SECOND;
  const minutes = `${two(ofDay / HOUR)}:${two((ofDay % HOUR) / MINUTE)}`;
  return seconds === 0 ? minutes : `${minutes}:${two(seconds)}`;
}

/** `21 Mar`. */
export function dayLabel({ month, day }: CalendarDay): string {
  return `${day} ${MONTHS[month]}`;
}

/** `21 Mar 2025`, with the time of day for bars shorter than a day: `21 Mar 2025 14:00`. */
export function timeLabel(time: Ms, barLength: Ms): string {
  const day = calendarDay(time);
  const date = `${dayLabel(day)} ${day.year}`;
  return barLength < DAY ? `${date} ${clockLabel(time)}` : date;
}

/**
 * The length of a bucket: `15 min`, `4 h`, `1 day`; in bars where it has no name (`7 bars`), as for days and longer,
 * since the days on which there is no trade aren't counted.
 */
export function lengthLabel(barLength: Ms, rows: number): string {
  const length = barLength * rows;
  if (length < HOUR && length % MINUTE === 0) return `${length / MINUTE} min`;
  if (length < DAY && length % HOUR === 0) return `${length / HOUR} h`;
  if (length === DAY) return '1 day';
  if (rows === 1 && barLength === 7 * DAY) return '1 week';
  return rows === 1 ? '1 bar' : `${rows.toLocaleString('en-US')} bars`;
}

import type { Ms } from '#shared/domain/units.ts';
import { UNDEFINED } from './decimal.ts';

/** Ms beyond which a Date is invalid, by ECMA-262. */
const LAST = 8.64e15;

/** A moment, UTC: `2025-03-28 09:00`, with seconds and their fraction only where there are some. */
export function formatTime(time: Ms): string {
  const iso = isoOf(time);
  if (iso === null) return UNDEFINED;
  const seconds = iso.slice(16, -1).replace('.000', '');
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}${seconds === ':00' ? '' : seconds}`;
}

/** The day of a moment, UTC: `2025-03-28`. */
export function formatDay(time: Ms): string {
  return isoOf(time)?.slice(0, 10) ?? UNDEFINED;
}

/** Null where there is no such moment, or its year has no four digits. */
function isoOf(time: Ms): string | null {
  if (!(Math.abs(time) <= LAST)) return null;
  const iso = new Date(time).toISOString();
  return iso.length === 24 ? iso : null;
}

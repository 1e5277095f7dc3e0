import type { Ms } from '#shared/domain/units.ts';
import { UNDEFINED } from './decimal.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, in its two largest units: `340 ms`, `9.4 s`, `2 m 14 s`, `1 h 03 m`, `12 d 4 h`; `–` where unknown. */
export function formatDuration(duration: Ms): string {
  if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY)) return UNDEFINED;
  if (Math.round(duration) < SECOND) return `${Math.round(duration)} ms`;
  if (Math.round(duration / 100) < 600) {
    const seconds = Math.round(duration / 100) / 10;
    return `${seconds < 10 && seconds % 1 !== 0 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const seconds = Math.round(duration / SECOND) * SECOND;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} m ${padded((seconds % MINUTE) / SECOND)} s`;
  const minutes = Math.round(duration / MINUTE) * MINUTE;
  if (minutes < DAY) return `${Math.floor(minutes / HOUR)} h ${padded((minutes % HOUR) / MINUTE)} m`;
  const hours = Math.round(duration / HOUR) * HOUR;
  return `${Math.floor(hours / DAY)} d ${(hours % DAY) / HOUR} h`;
}

/** How long ago: `just now` below 10 s, then `14 s ago`, `2 m ago`, `3 h ago`, `5 d ago`. */
export function formatAge(age: Ms): string {
  if (!Number.isFinite(age)) return UNDEFINED;
  if (age < 10 * SECOND) return 'just now';
  if (age < MINUTE) return `${Math.floor(age / SECOND)} s ago`;
  if (age < HOUR) return `${Math.floor(age / MINUTE)} m ago`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
  return `${Math.floor(age / DAY)} d ago`;
}

const padded = (n: number) => String(n).padStart(2, '0');

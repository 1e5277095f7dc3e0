import type { Ms } from '#shared/domain/units.ts';

export interface Tick {
  value: number;
  label: string;
}

/** Where a value stands on an axis: 0 at its start, 1 at its end. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly min: number;
  readonly max: number;
  at(value: number): number;
}

export function linearScale(min: number, max: number): Scale {
  const length = max - min || 1;
  return { kind: 'linear', min, max, at: (value) => (value - min) / length };
}

/** @param min above zero */
export function logScale(min: number, max: number): Scale {
  const length = Math.log(max / min) || 1;
  return { kind: 'log', min, max, at: (value) => Math.log(value / min) / length };
}

/** The smallest of 1, 2 and 5 times a power of ten that needs at most `most` steps to cover a length. */
export function roundStep(length: number, most: number): number {
  const raw = length / most;
  if (!(raw > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((f) => f * power >= raw * (1 - 1e-12)) ?? 10;
  return factor * power;
}

/** Round values inside a linear axis, about `most` of them at the most. */
export function roundValues(min: number, max: number, most: number): number[] {
  const step = roundStep(max - min, most);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // Written as a product of whole numbers where it can be, so that 3 × 0.1 reads 0.3.
  const value = (k: number) => (step < 1 ? k / Math.round(1 / step) : k * step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => value(first + k));
}

/** Round values inside an axis; on a log scale 1, 2 and 5 times the powers of ten when there are enough. */
export function valueTicks(scale: Scale, most: number): number[] {
  if (scale.kind === 'linear') return roundValues(scale.min, scale.max, most);
  const lowest = Math.floor(Math.log10(scale.min));
  const powers = Array.from({ length: Math.ceil(Math.log10(scale.max)) - lowest + 1 }, (_, k) => lowest + k);
  const inside = (factors: number[]) =>
    powers
      .flatMap((power) => factors.map((factor) => factor * 10 ** power))
      .filter((value) => value >= scale.min && value <= scale.max);
  const candidates = [[1, 2, 5], [1, 3], [1]].map(inside);
  const fitting = candidates.find((values) => values.length <= most) ?? inside([1]);
  return fitting.length >= 3 ? fitting : roundValues(scale.min, scale.max, most);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Calendar {
  /** Usual distance between two ticks. */
  length: Ms;
  /** Start of the `k`-th step after the one in which `from` lies (k = 0: at or before `from`). */
  start(from: Date, k: number): Ms;
  label(iso: string): string;
}

const years = (n: number): Calendar => ({
  length: n * 365 * DAY,
  start: (from, k) => Date.UTC(Math.floor(from.getUTCFullYear() / n) * n + k * n, 0),
  label: (iso) => iso.slice(0, 4),
});
const months = (n: number): Calendar => ({
  length: n * 30 * DAY,
  start: (from, k) => Date.UTC(from.getUTCFullYear(), Math.floor(from.getUTCMonth() / n) * n + k * n),
  label: (iso) => iso.slice(0, 7),
});
const even = (length: Ms, label: (iso: string) => string): Calendar => ({
  length,
  start: (from, k) => (Math.floor(from.getTime() / length) + k) * length,
  label,
});
const day = (iso: string) => iso.slice(5, 10);
const minute = (iso: string) => `${iso.slice(5, 10)} ${iso.slice(11, 16)}`;

/** Finest first. */
const CALENDARS: Calendar[] = [
  ...[1, 2, 5, 10, 30].map((n) => even(n * MINUTE, minute)),
  ...[1, 3, 6, 12].map((n) => even(n * HOUR, minute)),
  ...[1, 2, 7, 14].map((n) => even(n * DAY, day)),
  ...[1, 2, 3, 6].map(months),
  ...[1, 2, 5, 10, 20, 50, 100].map(years),
];

/** Calendar times inside a period (UTC): years, months, days or minutes, whichever gives at most `most`. */
export function timeTicks(first: Ms, last: Ms, most: number): Tick[] {
  const calendar = CALENDARS.find((c) => (last - first) / c.length <= most) ?? years(500);
  const ticks: Tick[] = [];
  for (let k = 0; ; k++) {
    const value = calendar.start(new Date(first), k);
    if (value > last) return ticks;
    if (value >= first) ticks.push({ value, label: calendar.label(new Date(value).toISOString()) });
  }
}

import type { Ms } from '#shared/domain/units.ts';
import { civilMonth, DAY } from '../metrics/civil-month.ts';

/** A day or a month, UTC, with the bars that open in it. */
export interface CoverageCell {
  /** Its beginning. */
  time: Ms;
  bars: number;
  /** Gaps that end in it. */
  gaps: number;
}

export interface Coverage {
  unit: 'day' | 'month';
  /** Every one from the first bar to the last, without bars or not. */
  cells: CoverageCell[];
}

/** Longer histories are shown by the month. */
const MOST_DAYS = 1_100;

/**
 * How many bars each day has or, beyond three years, each month.
 * @param time open times, ascending, ms UTC; at least one
 * @param gaps rows of the bars that follow a gap
 */
export function coverage(time: Float64Array, gaps: Int32Array): Coverage {
  const [first, last] = [time[0] as number, time[time.length - 1] as number];
  const unit = last - first <= MOST_DAYS * DAY ? 'day' : 'month';
  const cells: CoverageCell[] = [];
  for (let at = beginning(first, unit); at <= last; at = next(at, unit)) cells.push({ time: at, bars: 0, gaps: 0 });
  const afterGap = new Set(gaps);
  let cell = 0;
  for (const [row, at] of time.entries()) {
    while ((cells[cell + 1]?.time ?? Number.POSITIVE_INFINITY) <= at) cell++;
    const here = cells[cell] as CoverageCell;
    here.bars++;
    if (afterGap.has(row)) here.gaps++;
  }
  return { unit, cells };
}

function beginning(time: Ms, unit: Coverage['unit']): Ms {
  if (unit === 'day') return Math.floor(time / DAY) * DAY;
  const { year, month } = civilMonth(time);
  return startOfMonth(year, month);
}

function next(time: Ms, unit: Coverage['unit']): Ms {
  if (unit === 'day') return time + DAY;
  const { year, month } = civilMonth(time);
  return month === 12 ? startOfMonth(year + 1, 1) : startOfMonth(year, month + 1);
}

function startOfMonth(year: number, month: number): Ms {
  // Date.UTC takes years below 100 for years of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, 1);
}

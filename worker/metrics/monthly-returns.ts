import type { Fraction } from '#shared/domain/units.ts';
import { type CivilMonth, civilMonth } from './civil-month.ts';
import { dayEnds } from './sampling.ts';

export interface MonthlyReturn extends CivilMonth {
  readonly value: Fraction;
}
export interface YearlyReturn {
  readonly year: number;
  readonly value: Fraction;
}

/**
 * Return of each UTC month that has bars, from the close of the month before (of the first bar, in the first
 * month) to its own last close: compounded they give the total return. NaN once equity has reached zero.
 *
 * @param time open times of the bars, ms
 * @param equity equity at their closes
 */
export function monthlyReturns(time: Float64Array, equity: Float64Array): MonthlyReturn[] {
  return returnsBy(time, equity, (a, b) => a.year === b.year && a.month === b.month);
}

/** Return of each UTC year that has bars, as `monthlyReturns`. */
export function yearlyReturns(time: Float64Array, equity: Float64Array): YearlyReturn[] {
  return returnsBy(time, equity, (a, b) => a.year === b.year).map(({ year, value }) => ({ year, value }));
}

function returnsBy(
  time: Float64Array,
  equity: Float64Array,
  isSame: (a: CivilMonth, b: CivilMonth) => boolean,
): MonthlyReturn[] {
  const rows: MonthlyReturn[] = [];
  const ends = Array.from(dayEnds(time), (bar) => ({ bar, ...civilMonth(time[bar] as number) }));
  let before = equity[0] as number;
  for (const [k, end] of ends.entries()) {
    const next = ends[k + 1];
    if (next !== undefined && isSame(end, next)) continue;
    const after = equity[end.bar] as number;
    rows.push({ year: end.year, month: end.month, value: before > 0 ? after / before - 1 : Number.NaN });
    before = after;
  }
  return rows;
}

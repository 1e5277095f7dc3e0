export const DAY = 86_400_000;

/** A month of the calendar, 1 = January. */
export interface CivilMonth {
  readonly year: number;
  readonly month: number;
}

/**
 * The month (UTC, Gregorian) in which a moment falls.
 *
 * Counts years from March, so that the leap day is the last of its year.
 * Source: Hinnant (2013), chrono-Compatible Low-Level Date Algorithms, civil_from_days.
 *
 * @param time ms since 1970 UTC; may be negative
 */
export function civilMonth(time: number): CivilMonth {
  const day = Math.floor(time / DAY) + 719_468; // days since 0000-03-01
  const era = Math.floor(day / 146_097); // 400 years
  const dayOfEra = day - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month };
}

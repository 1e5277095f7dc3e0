export interface PeriodValue {
  value: number | null;
  benchmark: number | null;
}

export interface PeriodYear {
  year: number;
  /** January to December; undefined where the run had no bar. */
  months: (PeriodValue | undefined)[];
  whole: PeriodValue | undefined;
}

interface Period extends PeriodValue {
  year: number;
  month: number | null;
}

/** Months of each year side by side, the newest year first. */
export function periodYears(months: readonly Period[], years: readonly Period[]): PeriodYear[] {
  const all = [...new Set([...years, ...months].map(({ year }) => year))].sort((a, b) => b - a);
  return all.map((year) => ({
    year,
    months: Array.from({ length: 12 }, (_, i) => months.find((one) => one.year === year && one.month === i + 1)),
    whole: years.find((one) => one.year === year),
  }));
}

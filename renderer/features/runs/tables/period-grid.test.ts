import { expect, test } from 'vitest';
import { periodYears } from './period-grid.ts';

const period = (year: number, month: number | null, value: number) => ({ year, month, value, benchmark: 0 });

test('months stand in the row of their year, the newest year first', () => {
  const months = [period(2009, 12, 0.1), period(2010, 1, 0.2), period(2010, 3, 0.3)];
  const years = [period(2009, null, 0.1), period(2010, null, 0.5)];
  const grid = periodYears(months, years);
  expect(grid.map(({ year, whole }) => [year, whole?.value])).toEqual([
    [2010, 0.5],
    [2009, 0.1],
  ]);
  expect(grid[0]?.months.map((month) => month?.value)).toEqual([0.2, undefined, 0.3, ...Array(9).fill(undefined)]);
  expect(grid[1]?.months[11]?.value).toBe(0.1);
});

test('a run without a whole period has none', () => {
  expect(periodYears([], [])).toEqual([]);
});

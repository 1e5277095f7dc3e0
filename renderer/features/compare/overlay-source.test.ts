import { describe, expect, test } from 'vitest';
import { overlaySource } from './overlay-source.ts';

const MONTH = 30;

/** A run whose bars open so many days apart; day d ends with an equity of 1000 + d. */
const runOf = (step: number, days: number) => Array.from({ length: days / step }, (_, row) => row * step);
const RUNS: Record<string, number[]> = { monthly: runOf(MONTH, 180), daily: runOf(1, 180) };
const timesOf = (run: string) => RUNS[run] ?? [];

type Runs = Parameters<typeof overlaySource>[0];
const host = {
  async equityViewport({ run, from, to, buckets }: { run: string; from: number; to: number; buckets: number }) {
    const times = timesOf(run);
    const end = Math.min(to, times.length);
    const rowsPerBucket = Math.ceil((end - from) / buckets);
    const firstRow = Int32Array.from(
      { length: Math.ceil((end - from) / rowsPerBucket) },
      (_, i) => from + i * rowsPerBucket,
    );
    const rows = firstRow.map((row) => Math.min(rowsPerBucket, end - row));
    const lowest = Float64Array.from(firstRow, (row) => 1000 + (times[row] ?? Number.NaN));
    const last = Float64Array.from(firstRow, (row, i) => 1000 + (times[row + (rows[i] ?? 0) - 1] ?? Number.NaN));
    return {
      totalRows: times.length,
      rowsPerBucket,
      firstRow,
      rows,
      time: Float64Array.from(firstRow, (row) => times[row] ?? Number.NaN),
      equityMin: lowest,
      equityMax: last,
      equityLast: last,
    };
  },
  rowAt: async ({ run, time }: { run: string; time: number }) => ({
    row: timesOf(run).findLastIndex((one) => one <= time),
  }),
  bar: async ({ run, row }: { run: string; row: number }) => ({ equity: 1000 + (timesOf(run)[row] ?? Number.NaN) }),
} as unknown as Runs;

const source = overlaySource(
  host,
  [
    { id: 'monthly', bars: 6, timeframe: '1M' },
    { id: 'daily', bars: 180, timeframe: '1d' },
  ],
  { from: 0, to: 150 },
);
const { signal } = new AbortController();
const lastOf = async (from: number, to: number, buckets: number) => {
  const { lines } = await source.query({ from, to, buckets }, signal);
  return [lines['monthly']?.last.at(-1), lines['daily']?.last.at(-1)];
};

describe('a daily run beside a monthly one', () => {
  test.each([1, 2, 3, 6])('ends with the common time, in however many buckets: %d', async (buckets) => {
    expect(await lastOf(0, 6, buckets)).toEqual([115, 115]);
  });

  test('ends with the last bucket in view, before the month behind it', async () => {
    expect(await lastOf(0, 2, 2)).toEqual([103, 105.9]);
    expect(await lastOf(0, 2, 1)).toEqual([103, 105.9]);
  });
});

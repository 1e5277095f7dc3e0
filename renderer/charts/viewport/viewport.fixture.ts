import type { Viewport } from './viewport.ts';

export interface ViewportPlan {
  first?: number;
  count: number;
  rowsPerBucket?: number;
  totalRows?: number;
  close?: readonly number[];
  markers?: Viewport['markers'];
}

const HOUR = 3_600_000;

/** Hourly buckets from a row on; each opens at 10 below its close and reaches 5 beyond both. */
export function viewportFixture({
  first = 0,
  count,
  rowsPerBucket = 1,
  totalRows = 10_000,
  ...given
}: ViewportPlan): Viewport {
  const firstRow = Int32Array.from({ length: count }, (_, index) => first + index * rowsPerBucket);
  const close = Float64Array.from(firstRow, (row, index) => given.close?.[index] ?? row * 10);
  return {
    totalRows,
    rowsPerBucket,
    firstRow,
    rows: firstRow.map((row) => Math.min(rowsPerBucket, totalRows - row)),
    time: Float64Array.from(firstRow, (row) => Date.UTC(2025, 0, 1) + row * HOUR),
    bars: {
      open: close.map((value) => value - 10),
      high: close.map((value) => value + 5),
      low: close.map((value) => value - 15),
      close,
      volume: Float64Array.from(firstRow, (row) => 100 + row),
    },
    lines: { mean: { min: close.map((value) => value - 2), max: close.map((value) => value + 2), last: close } },
    markers: given.markers ?? [],
  };
}

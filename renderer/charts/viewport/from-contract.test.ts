import { expect, test } from 'vitest';
import { BENCHMARK, DRAWDOWN, EQUITY, lineId, viewportOfBars, viewportOfEquity } from './from-contract.ts';

const buckets = {
  totalRows: 8,
  rowsPerBucket: 4,
  firstRow: Int32Array.of(0, 4),
  rows: Int32Array.of(4, 4),
  time: Float64Array.of(0, 4),
};
const column = (value: number) => Float64Array.of(value, value);

test('bars and their markers become a viewport', () => {
  const bars = { open: column(1), high: column(2), low: column(0), close: column(1.5), volume: column(9) };
  const counts = {
    kind: 'counts' as const,
    firstRow: buckets.firstRow,
    rows: buckets.rows,
    bought: Int32Array.of(1, 2),
    sold: Int32Array.of(0, 1),
    pnl: column(3),
  };
  expect(viewportOfBars({ ...buckets, ...bars }, counts)).toEqual({ ...buckets, bars, lines: {}, markers: [counts] });
  expect(viewportOfBars({ ...buckets, ...bars }).markers).toEqual([]);
});

test('lines go by their places', () => {
  const bars = { open: column(1), high: column(2), low: column(0), close: column(1.5), volume: column(9) };
  const line = (value: number) => ({
    first: column(value),
    min: column(value - 1),
    max: column(value + 1),
    last: column(value),
  });
  const { lines } = viewportOfBars({ ...buckets, ...bars }, undefined, { ...buckets, lines: [line(5), line(7)] });
  expect(lines).toEqual({
    [lineId(0)]: { min: column(4), max: column(6), last: column(5) },
    [lineId(1)]: { min: column(6), max: column(8), last: column(7) },
  });
});

test('equity becomes three lines', () => {
  const viewport = viewportOfEquity({
    ...buckets,
    equityMin: column(1),
    equityMax: column(3),
    equityLast: column(2),
    benchmarkMin: column(4),
    benchmarkMax: column(6),
    benchmarkLast: column(5),
    drawdownMin: column(-0.2),
    drawdownLast: column(-0.1),
  });
  expect(viewport).toEqual({
    ...buckets,
    bars: null,
    markers: [],
    lines: {
      [EQUITY]: { min: column(1), max: column(3), last: column(2) },
      [BENCHMARK]: { min: column(4), max: column(6), last: column(5) },
      [DRAWDOWN]: { min: column(-0.2), max: column(-0.1), last: column(-0.1) },
    },
  });
});

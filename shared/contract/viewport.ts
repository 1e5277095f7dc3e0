import { z } from 'zod';
import { countSchema, numberOrNull, rowSchema, timeSchema } from './base.ts';
import { float64Schema, int32Schema } from './typed-arrays.ts';

/** Where the buckets of a viewport lie. Neighbouring buckets touch; they begin at multiples of `rowsPerBucket`. */
export const bucketShape = {
  /** Rows of the whole series. */
  totalRows: countSchema,
  /** 1: every bucket is one bar. */
  rowsPerBucket: z.int().positive(),
  firstRow: int32Schema,
  /** Rows in each bucket: `rowsPerBucket`, but for the last one of the series. */
  rows: int32Schema,
  /** Opening time of the first row, ms since 1970 UTC. */
  time: float64Schema,
};

/** Bars: first open, highest high, lowest low, last close, volume together. NaN where there is no bar or no volume. */
export const barViewportSchema = z.strictObject({
  ...bucketShape,
  open: float64Schema,
  high: float64Schema,
  low: float64Schema,
  close: float64Schema,
  volume: float64Schema,
});
export type BarViewport = z.infer<typeof barViewportSchema>;

/** One bar, exactly. */
export const barSchema = z.strictObject({
  row: rowSchema,
  time: timeSchema,
  open: numberOrNull,
  high: numberOrNull,
  low: numberOrNull,
  close: numberOrNull,
  volume: numberOrNull,
});
export type Bar = z.infer<typeof barSchema>;

/** Equity and what the same capital would be worth bought and held, at the closes. `drawdown` is a fraction, 0 or less. */
export const equityViewportSchema = z.strictObject({
  ...bucketShape,
  equityMin: float64Schema,
  equityMax: float64Schema,
  equityLast: float64Schema,
  benchmarkMin: float64Schema,
  benchmarkMax: float64Schema,
  benchmarkLast: float64Schema,
  /** Deepest in the bucket, and at its end. */
  drawdownMin: float64Schema,
  drawdownLast: float64Schema,
});
export type EquityViewport = z.infer<typeof equityViewportSchema>;

/** Lines in the order of the run's list of them. NaN where a line has no value. */
export const linesViewportSchema = z.strictObject({
  ...bucketShape,
  lines: z.array(z.strictObject({ first: float64Schema, min: float64Schema, max: float64Schema, last: float64Schema })),
});
export type LinesViewport = z.infer<typeof linesViewportSchema>;

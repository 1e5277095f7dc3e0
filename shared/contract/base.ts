import { oc } from '@orpc/contract';
import { z } from 'zod';
import { TIMEFRAMES, type Timeframe } from '../domain/timeframe.ts';
import { CONTRACT_ERRORS } from './errors.ts';

/** Every procedure begins with this: validated, with the errors that any of them may end with. */
export const procedure = oc.errors(CONTRACT_ERRORS);

/** A row of a table, from 0. */
export const rowSchema = z.int().nonnegative();
export const countSchema = z.int().nonnegative();
/** NaN and the infinities have no JSON: null stands for them. */
export const numberOrNull = z.number().nullable();
/** ms since 1970 UTC. */
export const timeSchema = z.number();

export const timeframeSchema = z.enum(Object.keys(TIMEFRAMES) as [Timeframe, ...Timeframe[]]);

/** `SP500:1d:import`: symbol, timeframe and source name a series. Capitals of the symbol don't count. */
export const seriesIdSchema = z.string().min(1).max(120);
/** A run's id or the beginning of it; `last` is the newest. */
export const runIdSchema = z.string().regex(/^([0-9a-f]{1,40}|last)$/, 'an id of a run is hexadecimal');
export const jobIdSchema = z.string().regex(/^[0-9a-f]{1,40}$/, 'an id of a job is hexadecimal');

/** The most rows in one page of a table. */
export const MOST_ROWS = 500;

export const pageShape = {
  offset: z.int().min(0).max(100_000_000).default(0),
  limit: z.int().min(1).max(MOST_ROWS).default(100),
};

/** The most buckets in one viewport: a chart draws no more. */
export const MOST_BUCKETS = 1_200;

/**
 * The part of a series that a chart shows: rows from `from` up to but not including `to`. Both may lie between rows
 * and beyond the ends, as they do while the chart is dragged.
 */
export const viewportShape = {
  from: z.number().min(-1e9).max(1e9),
  to: z.number().min(-1e9).max(1e9),
  /** The most buckets that the answer may have; it has between half of them and all, or one a row when zoomed in. */
  buckets: z.int().min(1).max(MOST_BUCKETS).default(MOST_BUCKETS),
};

import { z } from 'zod';
import { apiErrorSchema } from '#shared/contract/errors.ts';
import { SWEEP_STATUSES, sweepRowSchema } from '#shared/contract/sweeps.ts';
import { manifestSchema } from '#shared/domain/manifest.ts';
import { runInputSchema } from '../jobs/kinds/run-work.ts';

/** How a sweep searches and what it keeps, everything said. */
export const plannedSearchSchema = sweepRowSchema.shape.search;
export type PlannedSearch = z.output<typeof plannedSearchSchema>;

/** JSON in a column. */
const json = z.string().transform((text): unknown => JSON.parse(text));

const rowSchema = z
  .object({
    id: z.string(),
    created_at: z.number(),
    finished_at: z.number().nullable(),
    status: z.enum(SWEEP_STATUSES),
    strategy_name: z.string(),
    strategy_file: z.string(),
    series: json.pipe(z.array(z.string())),
    search: json.pipe(plannedSearchSchema),
    done: z.number(),
    failed: z.number(),
    error: json.pipe(apiErrorSchema).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    status: row.status,
    strategy: { name: row.strategy_name, file: row.strategy_file },
    series: row.series,
    search: row.search,
    done: row.done,
    failed: row.failed,
    error: row.error,
  }));

/** One line of the list of sweeps. */
export type SweepRecord = z.output<typeof rowSchema>;

export const SWEEP_COLUMNS =
  'id, created_at, finished_at, status, strategy_name, strategy_file, series, search, done, failed, error';

/** A row of the table `sweeps`, as `SWEEP_COLUMNS` asks for it. */
export function sweepOfRow(row: unknown): SweepRecord {
  return rowSchema.parse(row);
}

const basisSchema = z.object({ run_terms: json.pipe(runInputSchema), manifest: json.pipe(manifestSchema).nullable() });

/**
 * What all runs of a sweep have in common: what was asked for, with the text of the strategy, and the manifest, null
 * before the bars were read.
 */
export type SweepBasis = z.output<typeof basisSchema>;

export function basisOfRow(row: unknown): SweepBasis {
  return basisSchema.parse(row);
}

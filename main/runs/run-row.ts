import { z } from 'zod';
import type { ErrorDetail } from '#shared/domain/errors.ts';
import { manifestSchema } from '#shared/domain/manifest.ts';
import { damagedRun } from './errors.ts';
import type { RunRecord, RunSummary } from './run-record.ts';

/** NaN has no JSON: it is stored as null. */
const nanOrNumber = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);
const metricSchema = z.object({
  value: nanOrNumber,
  unit: z.enum(['fraction', 'ratio', 'money', 'count', 'days', 'bars']),
  convention: z.string(),
});
const summarySchema = z.object({
  bars: z.number(),
  trades: z.number(),
  metrics: z.record(z.string(), metricSchema),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  failure: z
    .object({
      code: z.string(),
      message: z.string(),
      bar: z.number(),
      time: z.number(),
      line: z.number().nullable(),
      column: z.number().nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<RunSummary, unknown>;

const errorSchema = z.object({
  kind: z.enum(['usage', 'data', 'strategy', 'run', 'storage']),
  code: z.string(),
  message: z.string(),
  hint: z.string().exactOptional(),
  at: z.object({ file: z.string(), line: z.number(), column: z.number() }).exactOptional(),
  lines: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<ErrorDetail, unknown>;

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});
const rowSchema = z
  .object({
    id: z.string(),
    created_at: z.number(),
    finished_at: z.number().nullable(),
    status: z.enum(['running', 'done', 'failed', 'cancelled']),
    strategy_name: z.string(),
    strategy_file: z.string(),
    manifest_id: z.string(),
    manifest: json.pipe(manifestSchema),
    result_hash: z.string().nullable(),
    summary: json.pipe(summarySchema).nullable(),
    error: json.pipe(errorSchema).nullable(),
  })
  .transform(
    (row): RunRecord => ({
      id: row.id,
      createdAt: row.created_at,
      finishedAt: row.finished_at,
      status: row.status,
      strategyName: row.strategy_name,
      strategyFile: row.strategy_file,
      manifestId: row.manifest_id,
      manifest: row.manifest,
      resultHash: row.result_hash,
      summary: row.summary,
      error: row.error,
    }),
  );

/**
 * A row of the table `runs` as a record.
 * @throws HindcastError `storage.damaged-run` when it holds anything else
 */
export function recordOfRow(row: unknown): RunRecord {
  const read = rowSchema.safeParse(row);
  if (read.success) return read.data;
  const { id } = Object(row) as { id?: unknown };
  throw damagedRun(String(id), read.error);
}

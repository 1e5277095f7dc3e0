import { z } from 'zod';
import { proofsSchema } from '../domain/proof.ts';
import { countSchema, jobIdSchema, seriesIdSchema, timeSchema } from './base.ts';
import { apiErrorSchema } from './errors.ts';

export const JOB_STATES = ['queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const JOB_KINDS = ['import', 'run', 'verify', 'sweep', 'proof'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A row of a price file that can't be used. */
export const badRowSchema = z.strictObject({ line: z.int(), reason: z.string(), text: z.string() });

/** What came out of a job that is done. */
export const jobResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('import'),
    /** Good rows, over all series. */
    rows: countSchema,
    badRowCount: countSchema,
    /** The first bad rows, which were left out. */
    badRows: z.array(badRowSchema),
    series: z.array(
      z.strictObject({
        id: seriesIdSchema,
        added: countSchema,
        replaced: countSchema,
        unchanged: countSchema,
        isNew: z.boolean(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('run'), run: z.string(), status: z.enum(['done', 'failed']), trades: countSchema }),
  z.strictObject({
    kind: z.literal('verify'),
    run: z.string(),
    /** The run gave the same result again, to the last bit. */
    isVerified: z.boolean(),
    /** Hash of the stored result, null where there is none, and of the fresh one. */
    stored: z.string().nullable(),
    fresh: z.string(),
    isIntact: z.boolean(),
    engineThen: z.int(),
    engineNow: z.int(),
  }),
  /** Runs that were made, and those of them that came to nothing. */
  z.strictObject({ kind: z.literal('sweep'), sweep: z.string(), runs: countSchema, failed: countSchema }),
  z.strictObject({ kind: z.literal('proof'), run: z.string(), proofs: proofsSchema }),
]);
export type JobResult = z.infer<typeof jobResultSchema>;

/** Work that takes a while, as lists and the status bar show it. */
export const jobSchema = z.strictObject({
  id: jobIdSchema,
  kind: z.enum(JOB_KINDS),
  /** For people: `Import prices.csv`. */
  title: z.string(),
  state: z.enum(JOB_STATES),
  /** How far it is, of `total`; never goes back. */
  done: z.number().nonnegative(),
  /** 0 until it is known. */
  total: z.number().nonnegative(),
  unit: z.enum(['bytes', 'bars', 'runs']),
  /** Units a second over the last seconds; null until it is known. */
  rate: z.number().nonnegative().nullable(),
  /** Time that is left, ms; null until 3 % or 3 s are over. */
  eta: z.number().nonnegative().nullable(),
  createdAt: timeSchema,
  startedAt: timeSchema.nullable(),
  finishedAt: timeSchema.nullable(),
  canPause: z.boolean(),
  /** The run that it is about, as soon as there is one. */
  run: z.string().nullable(),
  result: jobResultSchema.nullable(),
  /** Why it failed. */
  error: apiErrorSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import { apiErrorSchema } from '#shared/contract/errors.ts';
import { JOB_KINDS, JOB_STATES, type JobKind, type JobState, jobResultSchema } from '#shared/contract/job.ts';
import { inTransaction } from '../db/transaction.ts';

/** JSON in a column; what can't be read any more counts as missing. */
const jsonOf = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text) => schema.safeParse(JSON.parse(text)).data ?? null)
    .nullable();

const rowSchema = z
  .object({
    id: z.string(),
    kind: z.enum(JOB_KINDS),
    title: z.string(),
    input: z.string().transform((text): unknown => JSON.parse(text)),
    state: z.enum(JOB_STATES),
    owner: z.string().nullable(),
    done: z.number(),
    total: z.number(),
    created_at: z.number(),
    started_at: z.number().nullable(),
    finished_at: z.number().nullable(),
    run_id: z.string().nullable(),
    result: jsonOf(jobResultSchema),
    error: jsonOf(apiErrorSchema),
  })
  .transform(({ created_at, started_at, finished_at, run_id, ...row }) => ({
    ...row,
    createdAt: created_at,
    startedAt: started_at,
    finishedAt: finished_at,
    run: run_id,
  }));

/** A job as it is stored. */
export type JobRecord = z.output<typeof rowSchema>;

/** Jobs that are over and kept for the list. */
const MOST_KEPT = 1_000;

/** The table `jobs`. */
export class JobTable {
  readonly #database: Database;
  readonly #put: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#put = database.prepare(
      `INSERT INTO jobs (id, kind, title, input, state, owner, done, total, created_at, started_at, finished_at, run_id, result, error)
       VALUES (@id, @kind, @title, @input, @state, @owner, @done, @total, @createdAt, @startedAt, @finishedAt, @run, @result, @error)
       ON CONFLICT DO UPDATE SET state = excluded.state, owner = excluded.owner, done = excluded.done,
         total = excluded.total, started_at = excluded.started_at, finished_at = excluded.finished_at,
         run_id = excluded.run_id, result = excluded.result, error = excluded.error`,
    );
  }

  get(id: string): JobRecord | undefined {
    const row = this.#database.prepare('SELECT * FROM jobs WHERE id = ?').get(id);
    return row === undefined ? undefined : rowSchema.parse(row);
  }

  /** Newest first. */
  list(states: readonly JobState[], offset: number, limit: number): { records: JobRecord[]; total: number } {
    const wanted = JSON.stringify(states);
    const where = 'WHERE state IN (SELECT value FROM json_each(?))';
    const rows = this.#database
      .prepare(`SELECT * FROM jobs ${where} ORDER BY created_at DESC, rowid DESC LIMIT ? OFFSET ?`)
      .all(wanted, limit, offset);
    const total = this.#database.prepare<[string], number>(`SELECT count(*) FROM jobs ${where}`).pluck().get(wanted);
    return { records: rows.map((row) => rowSchema.parse(row)), total: total ?? 0 };
  }

  /** Jobs that some process has in hand. */
  inHand(): JobRecord[] {
    return this.#database
      .prepare('SELECT * FROM jobs WHERE owner IS NOT NULL')
      .all()
      .map((row) => rowSchema.parse(row));
  }

  /** What the jobs of a kind were given that aren't over. One that failed is: whoever tries again adds another. */
  resumable(kind: JobKind): unknown[] {
    return this.#database
      .prepare<[JobKind], string>(
        "SELECT input FROM jobs WHERE kind = ? AND state IN ('queued', 'running', 'paused', 'interrupted')",
      )
      .pluck()
      .all(kind)
      .map((input): unknown => JSON.parse(input));
  }

  /** Puts a new job, and forgets the oldest that are over. @throws HindcastError of kind `storage` */
  add(job: JobRecord): void {
    inTransaction(this.#database, () => {
      this.put(job);
      this.prune();
    });
  }

  /** @throws HindcastError of kind `storage` */
  put(job: JobRecord): void {
    const textOf = (value: unknown) => (value === null ? null : JSON.stringify(value));
    inTransaction(this.#database, () => {
      this.#put.run({ ...job, input: JSON.stringify(job.input), result: textOf(job.result), error: textOf(job.error) });
    });
  }

  /** Forgets the oldest jobs that are over. */
  prune(): void {
    inTransaction(this.#database, () => {
      this.#database
        .prepare(
          `DELETE FROM jobs WHERE owner IS NULL AND state <> 'interrupted' AND id NOT IN (
             SELECT id FROM jobs ORDER BY created_at DESC LIMIT ?)`,
        )
        .run(MOST_KEPT);
    });
  }
}

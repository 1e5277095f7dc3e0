import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { manifestSchema } from '#shared/domain/manifest.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import type { Ms } from '#shared/domain/units.ts';
import { isAlive, thisProcess } from '../db/owner.ts';
import { inTransaction } from '../db/transaction.ts';
import { noSuchRun } from './errors.ts';
import { resultFromStored, storedResult } from './result-codec.ts';
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

const json = z.string().transform((text): unknown => JSON.parse(text));
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

const INTERRUPTED: ErrorDetail = {
  kind: 'run',
  code: 'run.interrupted',
  message: 'The run was interrupted: the process that ran it ended.',
  hint: 'Run the strategy again.',
};

export interface NewRun {
  id: string;
  createdAt: Ms;
  strategyName: string;
  strategyFile: string;
  source: string;
  manifestId: string;
  manifest: RunRecord['manifest'];
}

/** Every run with its manifest, its source and its result. A result becomes visible whole or not at all. */
export class RunStore {
  readonly #database: Database;

  /** Runs that a dead process left running are closed as interrupted. */
  constructor(database: Database) {
    this.#database = database;
    this.#closeInterrupted();
  }

  /** Newest first. */
  list(limit = 1_000): RunRecord[] {
    const rows = this.#database.prepare('SELECT * FROM runs ORDER BY created_at DESC, rowid DESC LIMIT ?').all(limit);
    return rows.map((row) => rowSchema.parse(row));
  }

  /**
   * @param selector a run's id or the beginning of it, or `last`
   * @throws HindcastError `usage.no-such-run`
   */
  find(selector: string): RunRecord {
    if (selector === 'last') {
      const [newest] = this.list(1);
      if (newest === undefined) throw noSuchRun(selector);
      return newest;
    }
    const rows = this.#database
      .prepare("SELECT * FROM runs WHERE id LIKE ? || '%' ESCAPE '\\' LIMIT 2")
      .all(selector.toLowerCase().replaceAll(/[\\%_]/g, '\\$&'));
    if (rows.length !== 1) throw noSuchRun(selector);
    return rowSchema.parse(rows[0]);
  }

  /** The source that a run was made from. */
  source(run: RunRecord): string {
    const text = this.#database
      .prepare<[string], string>('SELECT text FROM sources WHERE sha256 = ?')
      .pluck()
      .get(run.manifest.strategy.sha256);
    if (text === undefined) throw noSuchRun(run.id);
    return text;
  }

  /**
   * The whole result of a finished run.
   * @throws HindcastError `usage.no-result` for a run without one, `storage.damaged-run`
   */
  result(run: RunRecord): RunResult {
    const columns = this.#database
      .prepare<[string], { name: string; type: string; data: Uint8Array }>(
        'SELECT name, type, data FROM run_columns WHERE run_id = ?',
      )
      .all(run.id);
    if (run.summary === null || run.resultHash === null || columns.length === 0) throw noResult(run);
    return resultFromStored(columns, run.summary, run.resultHash);
  }

  /** Writes down that a run has begun. */
  begin(run: NewRun): void {
    const sha256 = run.manifest.strategy.sha256;
    inTransaction(this.#database, () => {
      this.#database.prepare('INSERT OR IGNORE INTO sources (sha256, text) VALUES (?, ?)').run(sha256, run.source);
      this.#database
        .prepare(
          `INSERT INTO runs (id, created_at, strategy_name, strategy_file, source_sha256, manifest_id, manifest, status, owner)
           VALUES (?, ?, ?, ?, ?, ?, ?, 'running', ?)`,
        )
        .run(
          run.id,
          run.createdAt,
          run.strategyName,
          run.strategyFile,
          sha256,
          run.manifestId,
          JSON.stringify(run.manifest),
          thisProcess(),
        );
    });
  }

  /** Stores the result; a run whose strategy threw is kept as failed, with all it did until then. */
  finish(id: string, result: RunResult, finishedAt: Ms): void {
    const { columns, summary } = storedResult(result);
    inTransaction(this.#database, () => {
      const insert = this.#database.prepare('INSERT INTO run_columns (run_id, name, type, data) VALUES (?, ?, ?, ?)');
      for (const { name, type, data } of columns) insert.run(id, name, type, data);
      this.#database
        .prepare('UPDATE runs SET status = ?, result_hash = ?, summary = ?, owner = NULL, finished_at = ? WHERE id = ?')
        .run(result.failure === null ? 'done' : 'failed', result.resultHash, JSON.stringify(summary), finishedAt, id);
    });
  }

  /** Closes a run that has no result. */
  fail(id: string, error: ErrorDetail, finishedAt: Ms): void {
    const status = error.code === 'run.cancelled' ? 'cancelled' : 'failed';
    inTransaction(this.#database, () => {
      this.#database
        .prepare('UPDATE runs SET status = ?, error = ?, owner = NULL, finished_at = ? WHERE id = ?')
        .run(status, JSON.stringify(error), finishedAt, id);
    });
  }

  #closeInterrupted(): void {
    const running = this.#database
      .prepare<[], { id: string; owner: string | null; created_at: number }>(
        "SELECT id, owner, created_at FROM runs WHERE status = 'running'",
      )
      .all();
    for (const { id, owner, created_at } of running) {
      if (owner === null || !isAlive(owner)) this.fail(id, INTERRUPTED, created_at);
    }
  }
}

function noResult(run: RunRecord): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-result',
    message: `Run ${run.id} has no result: it is ${run.status}.`,
    ...(run.error !== null && { hint: run.error.message }),
  });
}

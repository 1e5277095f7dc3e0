import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import type { Ms } from '#shared/domain/units.ts';
import { isAlive, thisProcess } from '../db/owner.ts';
import { inTransaction } from '../db/transaction.ts';
import { TrialLedger } from '../sweeps/trial-ledger.ts';
import { damagedRun, noSuchRun } from './errors.ts';
import { isReadable, resultFromStored, storedResult } from './result-codec.ts';
import type { RunRecord } from './run-record.ts';
import { recordOfRow } from './run-row.ts';

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

  /** Runs that a dead process left running are closed as interrupted, where the database may be written. */
  constructor(database: Database) {
    this.#database = database;
    if (!database.readonly) this.#closeInterrupted();
  }

  /** Newest first. */
  list(limit = 1_000): RunRecord[] {
    return this.#newest(limit).map(recordOfRow);
  }

  /** The same, where a damaged run doesn't keep the others from being seen. */
  listReadable(limit: number): { records: RunRecord[]; damaged: HindcastError[] } {
    const read = this.#newest(limit).map(recordOrError);
    return {
      records: read.flatMap((one) => (one instanceof HindcastError ? [] : [one])),
      damaged: read.flatMap((one) => (one instanceof HindcastError ? [one] : [])),
    };
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
    if (selector === '' || rows.length !== 1) throw noSuchRun(selector);
    return recordOfRow(rows[0]);
  }

  /** The source that a run was made from. */
  source(run: RunRecord): string {
    const text = this.#database
      .prepare<[string], string>('SELECT text FROM sources WHERE sha256 = ?')
      .pluck()
      .get(run.manifest.strategy.sha256);
    if (text === undefined) throw damagedRun(run.id);
    return text;
  }

  /**
   * The whole result of a finished run.
   * @throws HindcastError `usage.no-result` for a run without one that can be read, `storage.damaged-run`
   */
  result(run: RunRecord): RunResult {
    if (!isReadable(run)) throw olderResult(run);
    const columns = this.#database
      .prepare<[string], { name: string; type: string; data: Uint8Array }>(
        'SELECT name, type, data FROM run_columns WHERE run_id = ?',
      )
      .all(run.id);
    if (run.summary === null || run.resultHash === null || columns.length === 0) throw noResult(run);
    return resultFromStored(run.id, columns, run.summary, run.resultHash);
  }

  /** Whether a result is, to the last value, the one that is stored: its benchmark, warnings and log included. */
  holds(run: RunRecord, result: RunResult): boolean {
    try {
      return run.resultHash !== null && isDeepStrictEqual(this.result(run), result);
    } catch (cause) {
      if (cause instanceof HindcastError) return false;
      throw cause;
    }
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
      new TrialLedger(this.#database).countRun(id, result.metrics['sharpe']?.value ?? Number.NaN);
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

  #newest(limit: number): unknown[] {
    return this.#database.prepare('SELECT * FROM runs ORDER BY created_at DESC, rowid DESC LIMIT ?').all(limit);
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

function recordOrError(row: unknown): RunRecord | HindcastError {
  try {
    return recordOfRow(row);
  } catch (error) {
    if (error instanceof HindcastError) return error;
    throw error;
  }
}

function olderResult({ id, manifest }: RunRecord): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-result',
    message: `The trades of run ${id} can't be read: engine ${manifest.engine} made it, which kept less than this one.`,
    hint: 'Verify it to run it again; its summary can still be seen.',
  });
}

function noResult(run: RunRecord): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-result',
    message: `Run ${run.id} has no result: it is ${run.status}.`,
    ...(run.error !== null && { hint: run.error.message }),
  });
}

import type { Database } from 'better-sqlite3';
import type { ApiError } from '#shared/contract/errors.ts';
import type { SweepStatus } from '#shared/contract/sweeps.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import type { Ms } from '#shared/domain/units.ts';
import { isAlive, thisProcess } from '../db/owner.ts';
import { inTransaction } from '../db/transaction.ts';
import type { RunInput } from '../jobs/kinds/run-work.ts';
import { encodeChunk, type SweepChunk } from './sweep-chunk.ts';
import { noSuchSweep, wrongSweepStatus } from './sweep-errors.ts';
import {
  basisOfRow,
  type PlannedSearch,
  SWEEP_COLUMNS,
  type SweepBasis,
  type SweepRecord,
  sweepOfRow,
} from './sweep-record.ts';
import { ledgerName, TrialLedger } from './trial-ledger.ts';

export interface NewSweep {
  id: string;
  createdAt: Ms;
  strategyName: string;
  /** What all runs have in common, with the text of the strategy. */
  run: RunInput;
  strategyFile: string;
  search: PlannedSearch;
}

/** How a sweep ends that a process had in hand. */
export type SweepEnd = Extract<SweepStatus, 'done' | 'failed' | 'stopped'>;

/** The table `sweeps`: every sweep from its beginning to its end, and what comes of its runs meanwhile. */
export class SweepStore {
  readonly #database: Database;

  /** Sweeps that a dead process left running are stopped, where the database may be written. */
  constructor(database: Database) {
    this.#database = database;
    if (!database.readonly) this.#stopInterrupted();
  }

  /** Newest first. */
  list(offset: number, limit: number): { rows: SweepRecord[]; total: number } {
    const rows = this.#database
      .prepare(`SELECT ${SWEEP_COLUMNS} FROM sweeps ORDER BY created_at DESC, rowid DESC LIMIT ? OFFSET ?`)
      .all(limit, offset);
    const total = this.#database.prepare<[], number>('SELECT count(*) FROM sweeps').pluck().get() ?? 0;
    return { rows: rows.map(sweepOfRow), total };
  }

  /**
   * @param selector a sweep's id or the beginning of it, or `last`
   * @throws HindcastError `usage.no-such-sweep`
   */
  find(selector: string): SweepRecord {
    if (selector === 'last') {
      const [newest] = this.list(0, 1).rows;
      if (newest === undefined) throw noSuchSweep(selector);
      return newest;
    }
    const rows = this.#database
      .prepare(`SELECT ${SWEEP_COLUMNS} FROM sweeps WHERE substr(id, 1, length(?)) = ? LIMIT 2`)
      .all(selector, selector);
    if (selector === '' || rows.length !== 1) throw noSuchSweep(selector);
    return sweepOfRow(rows[0]);
  }

  /** @throws HindcastError `usage.no-such-sweep` */
  basis(id: string): SweepBasis {
    const row = this.#database.prepare('SELECT run_terms, manifest FROM sweeps WHERE id = ?').get(id);
    if (row === undefined) throw noSuchSweep(id);
    return basisOfRow(row);
  }

  /** Writes down a sweep that hasn't begun. */
  add({ id, createdAt, strategyName, strategyFile, run, search }: NewSweep): void {
    inTransaction(this.#database, () => {
      this.#database
        .prepare(
          `INSERT INTO sweeps (id, created_at, status, strategy_name, strategy_file, run_terms, series, search)
           VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?)`,
        )
        .run(
          id,
          createdAt,
          strategyName,
          strategyFile,
          JSON.stringify(run),
          JSON.stringify(run.series),
          JSON.stringify(search),
        );
    });
  }

  /** Takes a sweep in hand that isn't over. @throws HindcastError `usage.sweep-status` when another one has it */
  claim(id: string): SweepRecord {
    return inTransaction(this.#database, () => {
      const { status } = this.find(id);
      if (status === 'running' || status === 'done') throw wrongSweepStatus(id, status, 'continued');
      this.#database
        .prepare("UPDATE sweeps SET status = 'running', owner = ?, error = NULL, finished_at = NULL WHERE id = ?")
        .run(thisProcess(), id);
      return this.find(id);
    });
  }

  /** Writes down, once, what the runs of a sweep are made from. */
  putManifest(id: string, manifest: Manifest): void {
    inTransaction(this.#database, () => {
      this.#database.prepare('UPDATE sweeps SET manifest = ? WHERE id = ?').run(JSON.stringify(manifest), id);
    });
  }

  /** Stores what came of some runs, and counts them as trials of the strategy: all of it or nothing. */
  put(id: string, chunk: SweepChunk): SweepRecord {
    return inTransaction(this.#database, () => {
      const { done, search } = this.find(id);
      const { places, metrics } = encodeChunk(chunk);
      const runs = chunk.places.length;
      this.#database
        .prepare(
          `INSERT INTO sweep_chunks (sweep_id, position, first, runs, places, metrics, failures)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(id, done, chunk.first, runs, places, metrics, JSON.stringify(chunk.failures));
      this.#database
        .prepare('UPDATE sweeps SET done = done + ?, failed = failed + ? WHERE id = ?')
        .run(runs, chunk.failures.length, id);
      this.#count(id, chunk.metrics[search.metrics.indexOf('sharpe' satisfies MetricId)] ?? chunk.places);
      return this.find(id);
    });
  }

  /** Lets go of a sweep. */
  end(id: string, status: SweepEnd, error: ApiError | null, finishedAt: Ms): SweepRecord {
    return inTransaction(this.#database, () => {
      this.#database
        .prepare('UPDATE sweeps SET status = ?, owner = NULL, error = ?, finished_at = ? WHERE id = ?')
        .run(status, error === null ? null : JSON.stringify(error), finishedAt, id);
      return this.find(id);
    });
  }

  /** Deletes a sweep and its results; its trials stay counted. @throws HindcastError `usage.sweep-status` while it runs */
  delete(id: string): void {
    inTransaction(this.#database, () => {
      const { status } = this.find(id);
      if (status === 'running') throw wrongSweepStatus(id, status, 'deleted');
      this.#database.prepare('DELETE FROM sweeps WHERE id = ?').run(id);
    });
  }

  #count(id: string, sharpes: Float64Array): void {
    const terms = this.#database
      .prepare<[string], { file: string; own: string | null }>(
        "SELECT strategy_file AS file, json_extract(run_terms, '$.strategy.strategy') AS own FROM sweeps WHERE id = ?",
      )
      .get(id);
    if (terms === undefined) return;
    new TrialLedger(this.#database).count(ledgerName(terms.file, terms.own ?? undefined), sharpes);
  }

  #stopInterrupted(): void {
    const running = this.#database
      .prepare<[], { id: string; owner: string }>("SELECT id, owner FROM sweeps WHERE status = 'running'")
      .all();
    const left = running.filter(({ owner }) => !isAlive(owner));
    const stop = this.#database.prepare("UPDATE sweeps SET status = 'stopped', owner = NULL WHERE id = ?");
    for (const { id } of left) stop.run(id);
  }
}

import type { Database } from 'better-sqlite3';
import { HindcastError } from '#shared/domain/errors.ts';
import { inTransaction } from '../db/transaction.ts';
import { runInProgress } from './errors.ts';
import type { RunRecord, RunStatus } from './run-record.ts';
import { recordOfRow } from './run-row.ts';

/** What a person says about a run. */
export interface Annotation {
  tags: string[];
  note: string;
}

export interface RunQuery {
  offset: number;
  limit: number;
  /** Found in the strategy's name or file, the symbols, the id or the note. */
  text?: string;
  tag?: string;
  strategy?: string;
  statuses?: readonly RunStatus[];
}

export interface CataloguePage {
  rows: { record: RunRecord; annotation: Annotation }[];
  total: number;
  /** Ids on the page that can't be read. */
  damaged: string[];
}

/** The list of runs: found, tagged, noted and deleted. */
export class RunCatalogue {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  find(query: RunQuery): CataloguePage {
    const { where, values } = condition(query);
    const rows = this.#database
      .prepare(
        `SELECT runs.* FROM runs WHERE ${where} ORDER BY created_at DESC, rowid DESC LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, limit: query.limit, offset: query.offset }) as { id: string }[];
    const total = this.#database.prepare(`SELECT count(*) FROM runs WHERE ${where}`).pluck().get(values) as number;
    const page: CataloguePage = { rows: [], total, damaged: [] };
    for (const row of rows) {
      try {
        page.rows.push({ record: recordOfRow(row), annotation: this.annotation(row.id) });
      } catch (error) {
        if (!(error instanceof HindcastError)) throw error;
        page.damaged.push(row.id);
      }
    }
    return page;
  }

  /** Tags and names of strategies, with the number of their runs; the most frequent first. */
  facets(): { tags: { tag: string; runs: number }[]; strategies: { name: string; runs: number }[] } {
    return {
      tags: this.#database
        .prepare<[], { tag: string; runs: number }>(
          'SELECT tag, count(*) AS runs FROM run_tags GROUP BY tag ORDER BY runs DESC, tag LIMIT 200',
        )
        .all(),
      strategies: this.#database
        .prepare<[], { name: string; runs: number }>(
          'SELECT strategy_name AS name, count(*) AS runs FROM runs GROUP BY strategy_name ORDER BY runs DESC, name LIMIT 200',
        )
        .all(),
    };
  }

  annotation(id: string): Annotation {
    const tags = this.#database.prepare<[string], string>('SELECT tag FROM run_tags WHERE run_id = ? ORDER BY tag');
    const note = this.#database.prepare<[string], string>('SELECT note FROM run_notes WHERE run_id = ?');
    return { tags: tags.pluck().all(id), note: note.pluck().get(id) ?? '' };
  }

  /** What isn't given stays as it is. */
  annotate(id: string, { tags, note }: Partial<Annotation>): Annotation {
    inTransaction(this.#database, () => {
      if (tags !== undefined) {
        this.#database.prepare('DELETE FROM run_tags WHERE run_id = ?').run(id);
        const put = this.#database.prepare('INSERT OR IGNORE INTO run_tags (run_id, tag) VALUES (?, ?)');
        for (const tag of tags) put.run(id, tag);
      }
      if (note !== undefined) {
        this.#database
          .prepare('INSERT INTO run_notes (run_id, note) VALUES (?, ?) ON CONFLICT DO UPDATE SET note = excluded.note')
          .run(id, note);
      }
    });
    return this.annotation(id);
  }

  /** Removes a run with all that is stored of it. @throws HindcastError `usage.run-in-progress` */
  delete({ id, status }: RunRecord): void {
    if (status === 'running') throw runInProgress(id);
    inTransaction(this.#database, () => {
      this.#database.prepare('DELETE FROM runs WHERE id = ?').run(id);
      this.#database.prepare('DELETE FROM sources WHERE sha256 NOT IN (SELECT source_sha256 FROM runs)').run();
    });
  }

  /** Runs that read a series. */
  countOf(symbol: string, timeframe: string, source: string): number {
    const count = this.#database
      .prepare<unknown[], number>(
        `SELECT count(*) FROM runs WHERE CASE WHEN json_valid(manifest) THEN EXISTS (
           SELECT 1 FROM json_each(manifest, '$.data')
           WHERE json_extract(value, '$.symbol') = ? COLLATE NOCASE
             AND json_extract(value, '$.timeframe') = ? AND json_extract(value, '$.source') = ?) END`,
      )
      .pluck()
      .get(symbol, timeframe, source);
    return count ?? 0;
  }
}

function condition({ text, tag, strategy, statuses }: RunQuery): { where: string; values: Record<string, string> } {
  const parts: string[] = [];
  const values: Record<string, string> = {};
  if (text !== undefined && text.trim() !== '') {
    values['text'] = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    parts.push(`(strategy_name LIKE @text ESCAPE '\\' OR strategy_file LIKE @text ESCAPE '\\' OR id LIKE @text ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM run_notes WHERE run_id = runs.id AND note LIKE @text ESCAPE '\\')
      OR EXISTS (SELECT 1 FROM run_tags WHERE run_id = runs.id AND tag LIKE @text ESCAPE '\\')
      OR CASE WHEN json_valid(manifest) THEN EXISTS (SELECT 1 FROM json_each(manifest, '$.data')
        WHERE json_extract(value, '$.symbol') LIKE @text ESCAPE '\\') END)`);
  }
  if (tag !== undefined) {
    values['tag'] = tag;
    parts.push('EXISTS (SELECT 1 FROM run_tags WHERE run_id = runs.id AND tag = @tag)');
  }
  if (strategy !== undefined) {
    values['strategy'] = strategy;
    parts.push('strategy_name = @strategy');
  }
  if (statuses !== undefined) {
    values['statuses'] = JSON.stringify(statuses);
    parts.push('status IN (SELECT value FROM json_each(@statuses))');
  }
  return { where: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values };
}

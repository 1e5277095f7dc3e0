import type { Database } from 'better-sqlite3';
import type { Ms } from '#shared/domain/units.ts';

/** A strategy with the branch that is worked on. */
export interface StrategyRecord {
  id: string;
  name: string;
  branch: string;
  version: number;
  folder: string | null;
  /** Names the text that the folder held when it last agreed with the draft. */
  folderSha256: string | null;
  isArchived: 0 | 1;
  createdAt: Ms;
  changedAt: Ms;
  head: string | null;
  /** Files of the draft as one text. */
  draft: string;
  isDirty: 0 | 1;
  savedAt: Ms;
  revisions: number;
  runs: number;
}

export interface RevisionRecord {
  id: string;
  parent: string | null;
  sha256: string;
  message: string;
  author: string;
  createdAt: Ms;
}

export interface BranchRecord {
  name: string;
  head: string | null;
  draft: string;
  isDirty: 0 | 1;
  savedAt: Ms;
}

export interface StrategyQuery {
  offset: number;
  limit: number;
  archived: boolean;
  search?: string;
  tag?: string;
}

const REVISION = 'id, parent, sha256, message, author, created_at AS createdAt';
const BRANCH = 'name, head, draft, is_dirty AS isDirty, saved_at AS savedAt';
const STRATEGY = `
  SELECT s.id, s.name, s.branch, s.version, s.folder, s.folder_sha256 AS folderSha256, s.is_archived AS isArchived,
    s.created_at AS createdAt, s.changed_at AS changedAt, b.head, b.draft, b.is_dirty AS isDirty, b.saved_at AS savedAt,
    (SELECT count(*) FROM strategy_revisions WHERE strategy_id = s.id) AS revisions,
    (SELECT count(*) FROM strategy_runs WHERE strategy_id = s.id) AS runs
  FROM strategies s JOIN strategy_branches b ON b.strategy_id = s.id AND b.name = s.branch`;

/** The rows of strategies, their branches and revisions. Nothing here decides anything. */
export class StrategyTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One that isn't deleted. */
  find(id: string): StrategyRecord | undefined {
    return this.#database
      .prepare<[string], StrategyRecord>(`${STRATEGY} WHERE s.id = ? AND s.deleted_at IS NULL`)
      .get(id);
  }

  /** Newest change first; `shared` is none of them. */
  list({ offset, limit, archived, search, tag }: StrategyQuery): { rows: StrategyRecord[]; total: number } {
    const where = [
      "s.id <> 'shared' AND s.deleted_at IS NULL AND s.is_archived = @archived",
      tag !== undefined && 'EXISTS (SELECT 1 FROM strategy_tags WHERE strategy_id = s.id AND tag = @tag)',
      search !== undefined &&
        `(s.name LIKE @search ESCAPE '\\' OR b.draft LIKE @search ESCAPE '\\' OR EXISTS
          (SELECT 1 FROM strategy_tags WHERE strategy_id = s.id AND tag LIKE @search ESCAPE '\\'))`,
    ].filter((condition) => condition !== false);
    const values = {
      archived: archived ? 1 : 0,
      ...(tag !== undefined && { tag }),
      ...(search !== undefined && { search: `%${search.replaceAll(/[\\%_]/g, '\\$&')}%` }),
    };
    const matching = `${STRATEGY} WHERE ${where.join(' AND ')}`;
    return {
      rows: this.#database
        .prepare<[object], StrategyRecord>(
          `${matching} ORDER BY s.changed_at DESC, s.rowid DESC LIMIT @limit OFFSET @offset`,
        )
        .all({ ...values, offset, limit }),
      total: this.#database
        .prepare<[object], number>(`SELECT count(*) FROM (${matching})`)
        .pluck()
        .get(values) as number,
    };
  }

  withFolder(): StrategyRecord[] {
    return this.#database
      .prepare<[], StrategyRecord>(`${STRATEGY} WHERE s.folder IS NOT NULL AND s.deleted_at IS NULL ORDER BY s.rowid`)
      .all();
  }

  /** @param id of the strategy; every tag where there is none */
  tags(id?: string): string[] {
    return this.#database
      .prepare<[{ id: string | null }], string>(
        `SELECT DISTINCT tag FROM strategy_tags JOIN strategies ON strategies.id = strategy_id
         WHERE deleted_at IS NULL AND (@id IS NULL OR strategy_id = @id) ORDER BY tag`,
      )
      .pluck()
      .all({ id: id ?? null });
  }

  setTags(id: string, tags: readonly string[]): void {
    this.#database.prepare('DELETE FROM strategy_tags WHERE strategy_id = ?').run(id);
    const put = this.#database.prepare('INSERT OR IGNORE INTO strategy_tags (strategy_id, tag) VALUES (?, ?)');
    for (const tag of tags) put.run(id, tag);
  }

  insert(id: string, name: string, draft: string, now: Ms): void {
    this.#database
      .prepare('INSERT INTO strategies (id, name, created_at, changed_at) VALUES (?, ?, ?, ?)')
      .run(id, name, now, now);
    this.insertBranch(id, { name: 'main', head: null, draft, isDirty: 1, savedAt: now });
  }

  /** Something about a draft or a branch is new. */
  touch(id: string, now: Ms): void {
    this.#database.prepare('UPDATE strategies SET version = version + 1, changed_at = ? WHERE id = ?').run(now, id);
  }

  setName(id: string, name: string): void {
    this.#database.prepare('UPDATE strategies SET name = ? WHERE id = ?').run(name, id);
  }

  setArchived(id: string, isArchived: boolean): void {
    this.#database.prepare('UPDATE strategies SET is_archived = ? WHERE id = ?').run(isArchived ? 1 : 0, id);
  }

  setFolder(id: string, folder: string | null, sha256: string | null): void {
    this.#database.prepare('UPDATE strategies SET folder = ?, folder_sha256 = ? WHERE id = ?').run(folder, sha256, id);
  }

  folderOwner(folder: string): string | undefined {
    return this.#database.prepare<[string], string>('SELECT id FROM strategies WHERE folder = ?').pluck().get(folder);
  }

  /** @param now null brings it back */
  setDeleted(id: string, now: Ms | null): number {
    return this.#database.prepare('UPDATE strategies SET deleted_at = ? WHERE id = ?').run(now, id).changes;
  }

  /** Removes for good what was deleted at that time or before. */
  purge(limit: Ms): void {
    const { changes } = this.#database.prepare('DELETE FROM strategies WHERE deleted_at <= ?').run(limit);
    if (changes === 0) return;
    this.#database
      .prepare('DELETE FROM strategy_texts WHERE sha256 NOT IN (SELECT sha256 FROM strategy_revisions)')
      .run();
  }

  branches(id: string): BranchRecord[] {
    return this.#database
      .prepare<[string], BranchRecord>(`SELECT ${BRANCH} FROM strategy_branches WHERE strategy_id = ? ORDER BY rowid`)
      .all(id);
  }

  insertBranch(id: string, { name, head, draft, isDirty, savedAt }: BranchRecord): void {
    this.#database
      .prepare(
        'INSERT INTO strategy_branches (strategy_id, name, head, draft, is_dirty, saved_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(id, name, head, draft, isDirty, savedAt);
  }

  setBranch(id: string, name: string): void {
    this.#database.prepare('UPDATE strategies SET branch = ? WHERE id = ?').run(name, id);
  }

  setHead(id: string, branch: string, head: string): void {
    this.#database
      .prepare('UPDATE strategy_branches SET head = ?, is_dirty = 0 WHERE strategy_id = ? AND name = ?')
      .run(head, id, branch);
  }

  setDraft(id: string, branch: string, draft: string, isDirty: boolean, now: Ms): void {
    this.#database
      .prepare('UPDATE strategy_branches SET draft = ?, is_dirty = ?, saved_at = ? WHERE strategy_id = ? AND name = ?')
      .run(draft, isDirty ? 1 : 0, now, id, branch);
  }

  deleteBranch(id: string, name: string): void {
    this.#database.prepare('DELETE FROM strategy_branches WHERE strategy_id = ? AND name = ?').run(id, name);
  }

  insertRevision(strategy: string, { id, parent, sha256, message, author, createdAt }: RevisionRecord): void {
    this.#database
      .prepare(
        `INSERT INTO strategy_revisions (id, strategy_id, parent, sha256, message, author, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(id, strategy, parent, sha256, message, author, createdAt);
  }

  /** Newest first. */
  revisions(id: string, offset: number, limit: number): RevisionRecord[] {
    return this.#database
      .prepare<[string, number, number], RevisionRecord>(
        `SELECT ${REVISION} FROM strategy_revisions WHERE strategy_id = ?
         ORDER BY created_at DESC, rowid DESC LIMIT ? OFFSET ?`,
      )
      .all(id, limit, offset);
  }

  /** Those whose ids begin so; two at most. */
  revisionsLike(id: string, prefix: string): RevisionRecord[] {
    return this.#database
      .prepare<[string, string], RevisionRecord>(
        `SELECT ${REVISION} FROM strategy_revisions WHERE strategy_id = ? AND id GLOB ? || '*' LIMIT 2`,
      )
      .all(id, prefix);
  }

  hasRevisionOf(id: string, sha256: string): boolean {
    return (
      this.#database
        .prepare('SELECT 1 FROM strategy_revisions WHERE strategy_id = ? AND sha256 = ? LIMIT 1')
        .get(id, sha256) !== undefined
    );
  }

  putText(sha256: string, text: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO strategy_texts (sha256, text) VALUES (?, ?)').run(sha256, text);
  }

  text(sha256: string): string {
    return this.#database
      .prepare<[string], string>('SELECT text FROM strategy_texts WHERE sha256 = ?')
      .pluck()
      .get(sha256) as string;
  }

  insertRun(id: string, run: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO strategy_runs (run_id, strategy_id) VALUES (?, ?)').run(run, id);
  }
}

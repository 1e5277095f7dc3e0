import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type {
  FileChange,
  StrategyBranch,
  StrategyDetail,
  StrategyEvent,
  StrategyRevision,
  StrategyRow,
} from '#shared/contract/strategy.ts';
import { joinFiles, MAIN_FILE, type StrategyFiles } from '#shared/domain/strategy-files.ts';
import type { Ms } from '#shared/domain/units.ts';
import { inSnapshot, inTransaction } from '../db/transaction.ts';
import { strategyDoc } from './doc-comment.ts';
import { assertOwnPaths } from './own-paths.ts';
import { revisionId } from './revision-id.ts';
import { filesOf, SHARED, withoutShared, withShared } from './shared-library.ts';
import { sourceHash } from './source-hash.ts';
import {
  branchExists,
  branchInUse,
  noSuchBranch,
  noSuchRevision,
  noSuchStrategy,
  nothingToBranchFrom,
  nothingToCommit,
  sharedStays,
  staleDraft,
  strategyInUse,
} from './strategy-errors.ts';
import { type RevisionRecord, type StrategyQuery, type StrategyRecord, StrategyTable } from './strategy-table.ts';

/** A deletion can be undone for a day. */
const KEPT_MS: Ms = 86_400_000;

/** A strategy as the database has it; what its folder is like, only the disk knows. */
export type StoredDetail = Omit<StrategyDetail, 'folderProblem'>;

export interface StrategyStoreParts {
  database: Database;
  now: () => Ms;
  /** Who makes revisions where nobody is named. */
  author: string;
  /** Hears of every change, when it is on the disk. */
  onChange: (event: StrategyEvent) => void;
}

/**
 * A person's own strategies: drafts, revisions and branches. Whatever is saved is on the disk when a method returns,
 * all of it or nothing; a text that anybody saved is never overwritten unseen: it is refused, or kept as a revision.
 */
export class StrategyStore {
  readonly #database: Database;
  readonly #table: StrategyTable;
  readonly #now: () => Ms;
  readonly #author: string;
  readonly #onChange: (event: StrategyEvent) => void;

  /** Removes for good what was deleted long ago. */
  constructor({ database, now, author, onChange }: StrategyStoreParts) {
    this.#database = database;
    this.#table = new StrategyTable(database);
    this.#now = now;
    this.#author = author;
    this.#onChange = onChange;
    if (!database.readonly) inTransaction(database, () => this.#table.purge(now() - KEPT_MS));
  }

  list(query: StrategyQuery): { rows: StrategyRow[]; total: number; tags: string[] } {
    return inSnapshot(this.#database, () => {
      const { rows, total } = this.#table.list(query);
      return { rows: rows.map((record) => this.#row(record)), total, tags: this.#table.tags() };
    });
  }

  /** @throws HindcastError `usage.no-such-strategy` */
  row(id: string): StrategyRow {
    return this.#row(this.#find(id));
  }

  /** @throws HindcastError `usage.no-such-strategy` */
  get(id: string): StoredDetail {
    return inSnapshot(this.#database, () => this.#detail(this.#find(id)));
  }

  /** @throws HindcastError for files that a strategy can't have */
  create(name: string, files: StrategyFiles): StoredDetail {
    const id = randomBytes(5).toString('hex');
    assertOwnPaths(id, files);
    inTransaction(this.#database, () => this.#table.insert(id, name, this.#asDraft(id, files), this.#now()));
    return this.#told(id, 'listed');
  }

  /**
   * @param version that the caller saw
   * @throws HindcastError `usage.stale-draft` where it is another now, and for files that a strategy can't have
   */
  saveDraft(id: string, version: number, files: StrategyFiles): StoredDetail {
    assertOwnPaths(id, files);
    inTransaction(this.#database, () => this.#putDraft(this.#findAt(id, version), joinFiles(files)));
    return this.#told(id, 'draft');
  }

  /** @throws HindcastError `usage.stale-draft`, `usage.nothing-to-commit` */
  commit(id: string, version: number, message: string, author?: string): StoredDetail {
    inTransaction(this.#database, () => {
      const record = this.#findAt(id, version);
      if (!this.#commit(record, message, author)) throw nothingToCommit();
      this.#table.touch(id, this.#now());
    });
    return this.#told(id, 'revision');
  }

  /** Of all branches, newest first. */
  revisions(id: string, offset: number, limit: number): { rows: StrategyRevision[]; total: number } {
    return inSnapshot(this.#database, () => {
      const { revisions: total } = this.#find(id);
      const heads = this.#table.branches(id);
      const rows = this.#table.revisions(id, offset, limit).map((one) => shown(one, heads));
      return { rows, total };
    });
  }

  /**
   * @param revision an id or the beginning of one
   * @throws HindcastError `usage.no-such-revision`
   */
  revision(id: string, revision: string): { revision: StrategyRevision; files: StrategyFiles; text: string } {
    return inSnapshot(this.#database, () => {
      this.#find(id);
      const found = this.#findRevision(id, revision);
      const text = this.#table.text(found.sha256);
      return { revision: shown(found, this.#table.branches(id)), files: filesOf(id, text), text };
    });
  }

  /** The files that differ, in the order of their paths. */
  diff(id: string, before: string, after: string): FileChange[] {
    return inSnapshot(this.#database, () => {
      const [a, b] = [this.#side(id, before), this.#side(id, after)];
      return [...new Set([...Object.keys(a), ...Object.keys(b)])]
        .sort()
        .filter((path) => a[path] !== b[path])
        .map((path) => ({ path, before: a[path] ?? null, after: b[path] ?? null }));
    });
  }

  /** Makes the files of a revision the draft; changes in the draft become a revision first. */
  restore(id: string, version: number, revision: string): StoredDetail {
    inTransaction(this.#database, () => {
      const record = this.#findAt(id, version);
      const { id: whole, sha256 } = this.#findRevision(id, revision);
      this.#keepDraft(record, `Draft before ${whole.slice(0, 7)} was restored`);
      this.#putDraft(this.#find(id), this.#asDraft(id, filesOf(id, this.#table.text(sha256))));
    });
    return this.#told(id, 'draft');
  }

  /** What isn't given stays. */
  update(id: string, change: { name?: string; tags?: readonly string[]; isArchived?: boolean }): StrategyRow {
    const { name, tags, isArchived } = change;
    inTransaction(this.#database, () => {
      this.#find(id);
      if (id === SHARED && isArchived === true) throw sharedStays();
      if (name !== undefined) this.#table.setName(id, name);
      if (tags !== undefined) this.#table.setTags(id, tags);
      if (isArchived !== undefined) this.#table.setArchived(id, isArchived);
    });
    this.#told(id, 'listed');
    return this.row(id);
  }

  /** A new strategy with the same draft and tags. */
  duplicate(id: string, name?: string): StoredDetail {
    if (id === SHARED) throw sharedStays();
    const copy = randomBytes(5).toString('hex');
    inTransaction(this.#database, () => {
      const record = this.#find(id);
      this.#table.insert(copy, name ?? `${record.name.slice(0, 73)} (copy)`, record.draft, this.#now());
      this.#table.setTags(copy, this.#table.tags(id));
    });
    return this.#told(copy, 'listed');
  }

  /** Can be undone for a day. @throws HindcastError `usage.strategy-in-use` where stored runs were made with it */
  delete(id: string): void {
    if (id === SHARED) throw sharedStays();
    const { version } = inTransaction(this.#database, () => {
      const record = this.#find(id);
      if (record.runs > 0) throw strategyInUse(record.runs);
      this.#table.setDeleted(id, this.#now());
      return record;
    });
    this.#onChange({ strategy: id, version, cause: 'deleted' });
  }

  /** @throws HindcastError `usage.no-such-strategy` where nothing is left of it */
  undelete(id: string): StoredDetail {
    inTransaction(this.#database, () => {
      if (this.#table.setDeleted(id, null) === 0) throw noSuchStrategy(id);
    });
    return this.#told(id, 'listed');
  }

  /** Begins a branch at a revision, the newest one by default, and works on it. */
  createBranch(id: string, name: string, from?: string): StoredDetail {
    inTransaction(this.#database, () => {
      const { head } = this.#find(id);
      if (this.#table.branches(id).some((branch) => branch.name === name)) throw branchExists(name);
      const start = from ?? head;
      if (start === null) throw nothingToBranchFrom();
      const revision = this.#findRevision(id, start);
      const draft = this.#asDraft(id, filesOf(id, this.#table.text(revision.sha256)));
      const now = this.#now();
      this.#table.insertBranch(id, { name, head: revision.id, draft, isDirty: 0, savedAt: now });
      this.#table.setBranch(id, name);
      this.#table.touch(id, now);
    });
    return this.#told(id, 'branch');
  }

  /** @throws HindcastError `usage.no-such-branch` */
  switchBranch(id: string, name: string): StoredDetail {
    inTransaction(this.#database, () => {
      this.#find(id);
      if (!this.#table.branches(id).some((branch) => branch.name === name)) throw noSuchBranch(name);
      this.#table.setBranch(id, name);
      this.#table.touch(id, this.#now());
    });
    return this.#told(id, 'branch');
  }

  /** Its revisions stay, and so do changes in its draft, as a revision. */
  deleteBranch(id: string, name: string): StoredDetail {
    inTransaction(this.#database, () => {
      const record = this.#find(id);
      const branch = this.#table.branches(id).find((one) => one.name === name);
      if (branch === undefined) throw noSuchBranch(name);
      if (record.branch === name) throw branchInUse(name);
      this.#keepDraft(
        { ...record, ...branch, name: record.name, branch: name },
        `Draft of ${name} when it was deleted`,
      );
      this.#table.deleteBranch(id, name);
      this.#table.touch(id, this.#now());
    });
    return this.#told(id, 'branch');
  }

  /** The draft as it runs: with what it imports from the shared library, as that is now. */
  runnable(id: string): StrategyFiles {
    return inSnapshot(this.#database, () => this.#runnable(this.#find(id)));
  }

  /** Files that an editor holds, with what they import from the shared library and don't bring themselves. */
  complete(files: StrategyFiles): StrategyFiles {
    return withShared(files, this.#library());
  }

  /** Writes down that a run was made with a strategy; one that is gone has none. */
  noteRun(id: string, run: string): void {
    inTransaction(this.#database, () => {
      if (this.#table.find(id) !== undefined) this.#table.insertRun(id, run);
    });
  }

  /** Those that live in folders. */
  withFolder(): StrategyRecord[] {
    return this.#table.withFolder();
  }

  /** What folder and draft last agreed on, and the draft as one text. @throws HindcastError `usage.no-such-strategy` */
  folderState(id: string): Pick<StrategyRecord, 'folder' | 'folderSha256' | 'draft'> {
    const { folder, folderSha256, draft } = this.#find(id);
    return { folder, folderSha256, draft };
  }

  /** Something is new about the folder, not about the draft. */
  tellFolder(id: string): void {
    const record = this.#table.find(id);
    if (record !== undefined) this.#onChange({ strategy: id, version: record.version, cause: 'folder' });
  }

  /** @returns the strategy that lives in a folder, deleted ones included */
  folderOwner(folder: string): string | undefined {
    return this.#table.folderOwner(folder);
  }

  /** @param sha256 of the text that the folder holds and that agrees with the draft; null where that isn't known */
  setFolder(id: string, folder: string | null, sha256: string | null): void {
    inTransaction(this.#database, () => {
      this.#find(id);
      this.#table.setFolder(id, folder, sha256);
    });
  }

  /**
   * Makes what a folder holds the draft.
   * @param keep the draft has changes that the folder never had: they become a revision first
   */
  takeFromFolder(id: string, files: StrategyFiles, keep: boolean): StoredDetail {
    assertOwnPaths(id, files);
    inTransaction(this.#database, () => {
      const record = this.#find(id);
      if (keep) this.#keepDraft(record, 'Draft before the folder’s changes');
      this.#putDraft(this.#find(id), joinFiles(files));
      this.#table.setFolder(id, record.folder, sourceHash(joinFiles(files)));
    });
    return this.#told(id, 'folder');
  }

  #find(id: string): StrategyRecord {
    const record = this.#table.find(id);
    if (record === undefined) throw noSuchStrategy(id);
    return record;
  }

  #findAt(id: string, version: number): StrategyRecord {
    const record = this.#find(id);
    if (record.version !== version) throw staleDraft();
    return record;
  }

  #findRevision(id: string, prefix: string): RevisionRecord {
    const [found, another] = this.#table.revisionsLike(id, prefix);
    if (found === undefined || another !== undefined) throw noSuchRevision(prefix);
    return found;
  }

  #side(id: string, side: string): StrategyFiles {
    const record = this.#find(id);
    if (side === 'draft') return this.#runnable(record);
    return filesOf(id, this.#table.text(this.#findRevision(id, side).sha256));
  }

  #runnable({ id, draft }: StrategyRecord): StrategyFiles {
    return filesOf(id, this.#completeText(id, draft));
  }

  #putDraft({ id, branch, head }: StrategyRecord, draft: string): void {
    const now = this.#now();
    const isDirty = head === null || sourceHash(this.#completeText(id, draft)) !== this.#findRevision(id, head).sha256;
    this.#table.setDraft(id, branch, draft, isDirty, now);
    this.#table.touch(id, now);
  }

  /** A draft with these files, where the shared library has none of them. */
  #asDraft(id: string, files: StrategyFiles): string {
    return joinFiles(id === SHARED ? files : withoutShared(files, this.#library()));
  }

  #completeText(id: string, draft: string): string {
    const files = filesOf(id, draft);
    return joinFiles(id === SHARED ? files : this.complete(files));
  }

  #library(): StrategyFiles {
    return filesOf(SHARED, this.#find(SHARED).draft);
  }

  /** @returns false where the newest revision says the same already */
  #commit(record: StrategyRecord, message: string, author = this.#author): boolean {
    const { id, branch, head: parent } = record;
    const text = this.#completeText(id, record.draft);
    const content = sourceHash(text);
    if (parent !== null && this.#findRevision(id, parent).sha256 === content) return false;
    const createdAt = this.#now();
    const revision = revisionId({ strategy: id, parent, content, message, author, createdAt });
    this.#table.putText(content, text);
    this.#table.insertRevision(id, { id: revision, parent, sha256: content, message, author, createdAt });
    this.#table.setHead(id, branch, revision);
    return true;
  }

  /** Makes a revision of a draft that is about to go, where it says something that no revision does. */
  #keepDraft(record: StrategyRecord, message: string): void {
    const content = sourceHash(this.#completeText(record.id, record.draft));
    if (!this.#table.hasRevisionOf(record.id, content)) this.#commit(record, message);
  }

  #told(id: string, cause: StrategyEvent['cause']): StoredDetail {
    const detail = this.get(id);
    this.#onChange({ strategy: id, version: detail.version, cause });
    return detail;
  }

  #row(record: StrategyRecord): StrategyRow {
    const { id, name, branch, isDirty, isArchived, revisions, runs, folder, createdAt, changedAt } = record;
    return {
      id,
      name,
      description: strategyDoc(filesOf(id, record.draft)[MAIN_FILE] ?? '').description,
      tags: this.#table.tags(id),
      branch,
      isDirty: isDirty === 1,
      isArchived: isArchived === 1,
      revisions,
      runs,
      folder,
      createdAt,
      changedAt,
    };
  }

  #detail(record: StrategyRecord): StoredDetail {
    const { id, draft, version, head } = record;
    const branches = this.#table.branches(id);
    return {
      ...this.#row(record),
      files: filesOf(id, draft),
      version,
      head: head === null ? null : shown(this.#findRevision(id, head), branches),
      branches: branches.map(
        (branch): StrategyBranch => ({
          name: branch.name,
          head: branch.head,
          isDirty: branch.isDirty === 1,
          savedAt: branch.savedAt,
        }),
      ),
    };
  }
}

function shown(
  { id, parent, sha256, message, author, createdAt }: RevisionRecord,
  branches: readonly { name: string; head: string | null }[],
): StrategyRevision {
  const heads = branches.filter(({ head }) => head === id).map(({ name }) => name);
  return { id, parent, content: sha256, message, author, createdAt, branches: heads };
}

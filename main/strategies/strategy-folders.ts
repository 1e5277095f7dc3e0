import { type FSWatcher, mkdirSync, watch } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HindcastError } from '#shared/domain/errors.ts';
import { joinFiles, MAIN_FILE, type StrategyFiles } from '#shared/domain/strategy-files.ts';
import type { Ms } from '#shared/domain/units.ts';
import { readFolder, writeFolder } from './folder-files.ts';
import { filesOf } from './shared-library.ts';
import { sourceHash } from './source-hash.ts';
import {
  folderTaken,
  folderWithoutMain,
  relativeFolder,
  sharedStays,
  staleDraft,
  unusableFolder,
} from './strategy-errors.ts';
import type { StoredDetail, StrategyStore } from './strategy-store.ts';

/** Editors write in several steps: what a folder holds counts when it has been the same for so long. */
const SETTLED_MS: Ms = 120;
/** How often a folder is looked for that isn't there. */
const MISSING_MS: Ms = 1_000;

/**
 * Strategies that live in folders on the disk. Draft and folder say the same; whichever is changed, the other one
 * follows. Where both were changed, the folder's files become the draft and the draft is kept as a revision.
 */
export class StrategyFolders {
  readonly #store: StrategyStore;
  readonly #watchers = new Map<string, FSWatcher>();
  /** Strategies whose folders are being looked at, and whether they changed meanwhile. */
  readonly #looking = new Map<string, { isAgain: boolean; done: Promise<void> }>();
  readonly #problems = new Map<string, string>();
  readonly #settled: Ms;
  #isWatching = false;

  constructor(store: StrategyStore, settled: Ms = SETTLED_MS) {
    this.#store = store;
    this.#settled = settled;
  }

  /** Takes over what changed since the last time, and watches from now on. */
  start(): void {
    this.#isWatching = true;
    for (const { id } of this.#store.withFolder()) this.#look(id);
  }

  async stop(): Promise<void> {
    this.#isWatching = false;
    for (const id of [...this.#watchers.keys()]) this.#unwatch(id);
    await Promise.all([...this.#looking.values()].map(({ done }) => done));
  }

  /** Why the folder of a strategy can't be read at the moment; null where it can, and where there is none. */
  problem(id: string): string | null {
    return this.#problems.get(id) ?? null;
  }

  /**
   * The strategy of a folder, as files.
   * @throws HindcastError `usage.relative-folder`, `usage.unusable-folder`, `usage.folder-without-main`
   */
  read(path: string): StrategyFiles {
    const folder = wholePath(path);
    const files = readFolder(folder);
    if (!Object.hasOwn(files, MAIN_FILE)) throw folderWithoutMain(folder);
    return files;
  }

  /** @throws HindcastError `usage.folder-taken` where another strategy lives there */
  assertFree(path: string, id?: string): void {
    const owner = this.#store.folderOwner(resolve(path));
    if (owner !== undefined && owner !== id) throw folderTaken(path);
  }

  /**
   * Lets a strategy live in a folder: one that holds a strategy becomes its draft, an empty or new one gets the draft.
   * @param path null ends that; the folder stays as it is
   * @throws HindcastError as `read`, and `usage.folder-taken`
   */
  set(id: string, path: string | null): void {
    if (id === 'shared') throw sharedStays();
    const { files, folder: old } = this.#store.get(id);
    if (path === null) {
      this.#store.setFolder(id, null, null);
      this.#forget(id);
      return;
    }
    const folder = wholePath(path);
    this.assertFree(folder, id);
    makeFolder(folder);
    const found = readFolder(folder);
    if (Object.keys(found).length > 0 && !Object.hasOwn(found, MAIN_FILE)) throw folderWithoutMain(folder);
    if (old !== null) this.#forget(id);
    this.#store.setFolder(id, folder, null);
    if (Object.keys(found).length > 0) this.#store.takeFromFolder(id, found, joinFiles(found) !== joinFiles(files));
    else this.#write(id, folder, files, found);
    this.watch(id);
  }

  /** Looks after the folder of a strategy that is new or back. */
  watch(id: string): void {
    if (this.#isWatching) this.#look(id);
  }

  /**
   * Saves a draft, and writes it to the folder that it lives in.
   * @throws HindcastError `usage.stale-draft` where the version is another now, or the folder has changed
   */
  saveDraft(id: string, version: number, files: StrategyFiles): StoredDetail {
    const { folder } = this.#store.get(id);
    if (folder === null) return this.#store.saveDraft(id, version, files);
    const before = this.#read(id, folder);
    if (before !== null && this.#take(id, before)) throw staleDraft();
    const saved = this.#store.saveDraft(id, version, files);
    if (before !== null) this.#write(id, folder, files, before);
    return saved;
  }

  /** The draft was changed otherwise than by its folder: writes it there. */
  follow(id: string): void {
    const { folder, files } = this.#store.get(id);
    if (folder === null) return;
    const before = this.#read(id, folder);
    if (before !== null) this.#write(id, folder, files, before);
  }

  /** Before the draft is changed otherwise than by its folder: takes over what the folder has that it hasn't. */
  catchUp(id: string): void {
    const { folder } = this.#store.get(id);
    const found = folder === null ? null : this.#read(id, folder);
    if (found !== null) this.#take(id, found);
  }

  /** The strategy is gone, or its folder isn't its own any more. */
  #forget(id: string): void {
    this.#unwatch(id);
    this.#problems.delete(id);
  }

  #watch(id: string, folder: string): void {
    if (!this.#isWatching || this.#watchers.has(id)) return;
    try {
      const watcher = watch(folder, { recursive: true, persistent: false }, () => this.#look(id));
      watcher.on('error', () => this.#look(id));
      this.#watchers.set(id, watcher);
    } catch {
      // What can't be watched can't be read either: reading says why.
    }
  }

  #unwatch(id: string): void {
    this.#watchers.get(id)?.close();
    this.#watchers.delete(id);
  }

  /** Takes a folder over as soon as it has come to rest. */
  #look(id: string): void {
    const looking = this.#looking.get(id);
    if (looking !== undefined) {
      looking.isAgain = true;
      return;
    }
    const turn = { isAgain: false, done: Promise.resolve() };
    this.#looking.set(id, turn);
    turn.done = this.#settle(id, turn)
      .catch((error: unknown) => {
        if (!(error instanceof HindcastError)) throw error;
        this.#failed(id, error);
      })
      .finally(() => this.#looking.delete(id));
  }

  async #settle(id: string, turn: { isAgain: boolean }): Promise<void> {
    let last: string | null = null;
    for (;;) {
      turn.isAgain = false;
      await wait(this.#settled);
      const folder = this.#store.withFolder().find((one) => one.id === id)?.folder ?? null;
      if (folder === null || !this.#isWatching) return this.#forget(id);
      // Before it is read, so that nothing changes unseen in between.
      this.#watch(id, folder);
      const found = peek(folder);
      const now = found instanceof HindcastError ? '' : joinFiles(found);
      if (now === last && !turn.isAgain) return this.#settledOn(id, found);
      last = now;
    }
  }

  #settledOn(id: string, found: StrategyFiles | HindcastError): void {
    if (found instanceof HindcastError) throw found;
    this.#setProblem(id, null);
    this.#take(id, found);
  }

  /** A folder or a database that doesn't answer: tried again until it does. */
  #failed(id: string, error: HindcastError): void {
    this.#setProblem(id, error.detail.message);
    // What watched a folder that is gone doesn't see the one that takes its place.
    this.#unwatch(id);
    setTimeout(() => this.watch(id), MISSING_MS).unref();
  }

  /** What a folder holds; null while it holds no strategy, which is told. */
  #read(id: string, folder: string): StrategyFiles | null {
    const found = peek(folder);
    const problem = found instanceof HindcastError ? found.detail.message : null;
    this.#setProblem(id, problem);
    return found instanceof HindcastError ? null : found;
  }

  /** Makes what the folder holds the draft, where it was changed there. @returns whether it was */
  #take(id: string, found: StrategyFiles): boolean {
    const { folderSha256, draft, folder } = this.#store.folderState(id);
    const text = joinFiles(found);
    const hash = sourceHash(text);
    if (text === draft) {
      if (hash !== folderSha256) this.#store.setFolder(id, folder, hash);
      return false;
    }
    if (hash === folderSha256 && folder !== null) {
      this.#write(id, folder, filesOf(id, draft), found);
      return false;
    }
    this.#store.takeFromFolder(id, found, sourceHash(draft) !== folderSha256);
    return true;
  }

  #write(id: string, folder: string, files: StrategyFiles, before: StrategyFiles): void {
    try {
      writeFolder(folder, files, before);
      this.#store.setFolder(id, folder, sourceHash(joinFiles(files)));
      this.#setProblem(id, null);
    } catch (error) {
      if (!(error instanceof HindcastError)) throw error;
      this.#setProblem(id, error.detail.message);
    }
  }

  #setProblem(id: string, problem: string | null): void {
    if (this.problem(id) === problem) return;
    if (problem === null) this.#problems.delete(id);
    else this.#problems.set(id, problem);
    this.#store.tellFolder(id);
  }
}

function peek(folder: string): StrategyFiles | HindcastError {
  try {
    const files = readFolder(folder);
    return Object.hasOwn(files, MAIN_FILE) ? files : mainGone(folder);
  } catch (error) {
    if (error instanceof HindcastError) return error;
    throw error;
  }
}

function wholePath(path: string): string {
  if (!isAbsolute(path)) throw relativeFolder(path);
  return resolve(path);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw unusableFolder(`${folder} can’t be made.`, 'Choose a place where you may write.');
  }
}

function mainGone(folder: string): HindcastError {
  return unusableFolder(`${folder} has no main.ts any more.`, 'Put it back; the draft is still there.');
}

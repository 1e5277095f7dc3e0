import { existsSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Piscina } from 'piscina';
import { HindcastError } from '#shared/domain/errors.ts';
import { storageError } from '../errors.ts';
import { isAlive, thisProcess } from '../owner.ts';
import { checkTarget, type MoveTarget } from './check-target.ts';
import type { CopyProgress } from './copy-folder.ts';
import type { CopyReply } from './copy-folder-thread.ts';
import { DATABASE, databaseBytes, keptFiles, removeOwn, UNFINISHED } from './folder-content.ts';
import { busyElsewhere, fixedFolder, moveUnderWay, noPreviousFolder, previousInUse } from './folder-errors.ts';
import type { FolderPointer } from './folder-pointer.ts';

/** Time that another process gets to end what it is writing. */
const PATIENCE_MS = 1_000;

/**
 * Moves the data folder. Nobody can write to the old one from the first byte of the copy on: the copy is exact. The
 * pointer then changes from one whole folder to the other in one step, and the old one stays until somebody says
 * that it may go. Once a move is done, the app that is open must be closed: its folder is the old one.
 */
export class FolderMove {
  readonly #folder: string;
  readonly #database: Database.Database;
  readonly #pointer: FolderPointer | null;
  /** Holds the lock on the old database while it is copied, and then to the end. */
  #lock: Database.Database | null = null;
  readonly #busyTimeout: number;
  #hasMoved = false;

  /** @param pointer null where the folder was named for this start alone */
  constructor(folder: string, database: Database.Database, pointer: FolderPointer | null) {
    this.#folder = folder;
    this.#database = database;
    this.#pointer = pointer;
    this.#busyTimeout = database.pragma('busy_timeout', { simple: true }) as number;
    // The folder is in use now: it is no half copy.
    rmSync(join(folder, UNFINISHED), { force: true });
  }

  get canMove(): boolean {
    return this.#pointer !== null;
  }

  /** Nothing may be kept here any more. */
  get hasMoved(): boolean {
    return this.#hasMoved;
  }

  /** The folder before this one, while it is still there, with the bytes that it takes. */
  get previous(): { folder: string; bytes: number } | null {
    const folder = this.#pointer?.read()?.previous ?? null;
    if (folder === null || !existsSync(join(folder, DATABASE))) return null;
    return { folder, bytes: databaseBytes(folder) + keptFiles(folder).reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  /** @throws HindcastError that says what is in the way */
  async check(wanted: string): Promise<MoveTarget> {
    if (this.#pointer === null) throw fixedFolder();
    return checkTarget(this.#folder, wanted);
  }

  /**
   * Copies the data to another folder, and points there. Whatever stops it before leaves everything as it was.
   * @throws HindcastError as `check`, `usage.folder-busy`, of kind `storage`; AbortError
   */
  async move(wanted: string, onProgress: (progress: CopyProgress) => void, signal?: AbortSignal): Promise<void> {
    const { folder } = await this.check(wanted);
    if (this.#pointer === null) throw fixedFolder();
    if (this.#lock !== null) throw moveUnderWay();
    const isNew = !existsSync(folder);
    this.#close();
    try {
      await this.#copy(folder, onProgress, signal);
      signal?.throwIfAborted();
      this.#pointer.write({ folder, previous: realpathSync(this.#folder) });
      this.#hasMoved = true;
    } catch (cause) {
      this.open();
      removeOwn(folder);
      if (isNew) rmSync(folder, { recursive: true, force: true });
      throw cause;
    }
  }

  /** Deletes what Hindcast had put into the folder before this one. @throws HindcastError */
  removePrevious(): void {
    const { previous } = this;
    if (previous === null || previous.folder === realpathSync(this.#folder)) throw noPreviousFolder();
    if (isInUse(join(previous.folder, DATABASE))) throw previousInUse(previous.folder);
    try {
      removeOwn(previous.folder);
      if (readdirSync(previous.folder).length === 0) rmdirSync(previous.folder);
    } catch (cause) {
      throw storageError(cause, previous.folder);
    }
    this.keepPrevious();
  }

  /** Leaves the folder before this one alone, and speaks of it no more. */
  keepPrevious(): void {
    const pointed = this.#pointer?.read() ?? null;
    if (pointed !== null) this.#pointer?.write({ ...pointed, previous: null });
  }

  /** Lets others write to the folder again, whether or not it is the one that counts. */
  open(): void {
    this.#lock?.close();
    this.#lock = null;
    this.#database.pragma(`busy_timeout = ${this.#busyTimeout}`);
  }

  /** Keeps everybody from writing. Those who wait for the lock do so on their own time, this process doesn't at all. */
  #close(): void {
    const lock = new Database(join(this.#folder, DATABASE), { timeout: PATIENCE_MS });
    try {
      lock.exec('BEGIN IMMEDIATE');
      if (hasOtherWorkers(lock)) throw busyElsewhere();
    } catch (cause) {
      lock.close();
      throw storageError(cause, join(this.#folder, DATABASE));
    }
    this.#lock = lock;
    this.#database.pragma('busy_timeout = 0');
  }

  async #copy(target: string, onProgress: (progress: CopyProgress) => void, signal?: AbortSignal): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', onProgress);
    const thread = new Piscina({
      filename: new URL('./copy-folder-thread.ts', import.meta.url).href,
      name: 'copy',
      maxThreads: 1,
    });
    try {
      const task = { source: this.#folder, target, progress: port2 };
      const reply = (await thread.run(task, { transferList: [port2], ...(signal && { signal }) })) as CopyReply;
      if (!reply.ok) throw new HindcastError(reply.error);
    } finally {
      port1.close();
      await thread.destroy();
    }
  }
}

/** Whether another process that is alive has an import, a run or a job in hand. */
function hasOtherWorkers(database: Database.Database): boolean {
  const owners = database
    .prepare<[], string>(
      `SELECT owner FROM series WHERE owner IS NOT NULL UNION SELECT owner FROM runs WHERE owner IS NOT NULL
       UNION SELECT owner FROM jobs WHERE owner IS NOT NULL`,
    )
    .pluck()
    .all();
  return owners.some((owner) => owner !== thisProcess() && isAlive(owner));
}

/** Whether another process serves a database. */
function isInUse(path: string): boolean {
  const database = new Database(path, { readonly: true });
  try {
    const owner = database.prepare<[], string>('SELECT owner FROM host').pluck().get();
    return owner !== undefined && owner !== thisProcess() && isAlive(owner);
  } catch (cause) {
    throw storageError(cause, path);
  } finally {
    database.close();
  }
}

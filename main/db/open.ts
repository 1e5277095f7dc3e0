import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Ms } from '#shared/domain/units.ts';
import { damagedDatabase, foreignDatabase, newerSchema, storageError } from './errors.ts';
import { type Migration, migrate, newestBackup, readMigrations, schemaVersion } from './migrations.ts';

export interface OpenOptions {
  /** How long to wait for another process that is writing; 5 s by default. */
  busyTimeout?: Ms;
  /** The steps of the schema; those that ship with the app by default. */
  migrations?: readonly Migration[];
  /** Size in bytes up to which a file is checked at every opening; 512 MB by default. */
  alwaysCheckedUpTo?: number;
}

const ALWAYS_CHECKED_UP_TO = 512e6;
const BUSY_TIMEOUT: Ms = 5_000;

/** 'HNDC', as the first migration writes it. */
const APPLICATION_ID = 0x484e4443;

/**
 * Opens the database at `path`, making it and its folder where they are missing: checked for damage, brought to
 * the current schema (after a backup), in WAL mode with foreign keys. The caller closes it.
 *
 * The check reads every page of the file once. A large file is checked only when it wasn't closed in order, because
 * reading it takes seconds; its bars have hashes of their own, which are checked whenever they are loaded. `:memory:` is a database that is never on disk.
 * @throws HindcastError of kind `storage`, with what to do: damaged, newer schema, another program's file, locked,
 * full, not writable. A database that is refused is left as it was.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database.Database {
  const file = path === ':memory:' ? path : resolve(path);
  const migrations = options.migrations ?? readMigrations();
  let database: Database.Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // SQLite says only that it can't open a file in a folder that is read-only.
    accessSync(dirname(file), constants.W_OK);
    const isTrusted = wasClosed(file) && sizeOf(file) > (options.alwaysCheckedUpTo ?? ALWAYS_CHECKED_UP_TO);
    database = new Database(file, { timeout: options.busyTimeout ?? BUSY_TIMEOUT });
    refuseNewerSchema(database, migrations);
    refuseForeignFile(database);
    if (!isTrusted) refuseDamage(database);
    configure(database);
    migrate(database, migrations);
    return database;
  } catch (cause) {
    database?.close();
    throw isDamage(cause) ? damagedDatabase(file, [cause.message], newestBackup(file)) : storageError(cause, file);
  }
}

/**
 * Another connection to a database that this process has opened, for a thread of its own. The caller closes it.
 * @param path `name` of the opened one
 */
export function connectAgain(path: string): Database.Database {
  const database = new Database(path, { timeout: BUSY_TIMEOUT, fileMustExist: true });
  configure(database);
  return database;
}

/** SQLite removes the write-ahead log when the last connection closes: one that is there was left by a crash. */
function wasClosed(file: string): boolean {
  return !existsSync(`${file}-wal`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function refuseNewerSchema(database: Database.Database, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.version ?? 0;
  const found = schemaVersion(database);
  if (found > known) throw newerSchema(database.name, found, known);
}

function refuseForeignFile(database: Database.Database): void {
  const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0 && database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw foreignDatabase(database.name);
  }
}

function refuseDamage(database: Database.Database): void {
  const findings = database.prepare<[], string>('PRAGMA quick_check(10)').pluck().all();
  if (findings[0] !== 'ok') throw damagedDatabase(database.name, findings, newestBackup(database.name));
}

/** SQLite found a page it can't read, before or instead of listing what is wrong. */
function isDamage(cause: unknown): cause is Error {
  return cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_CORRUPT');
}

function configure(database: Database.Database): void {
  // Bars are long blobs: on pages of 16 KB (a new file's, older ones keep theirs) they load in half the time.
  database.pragma('page_size = 16384');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
}

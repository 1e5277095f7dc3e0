import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import Database from 'better-sqlite3';
import { storageError } from '../errors.ts';
import { databaseBytes, isVacant, keptFiles } from './folder-content.ts';
import {
  folderNotEmpty,
  folderTooSmall,
  nestedFolder,
  notAFolder,
  notWholePath,
  sameFolder,
  unsafeFolder,
} from './folder-errors.ts';

/** A folder that the data can be moved to. */
export interface MoveTarget {
  /** Its path without links. */
  folder: string;
  /** Bytes that are to be copied, and bytes that are free there. */
  bytes: number;
  free: number;
}

/** Left free beside the copy: what a database takes while it works. */
const SPARE_BYTES = 64e6;

/**
 * File systems, by what Linux calls them in statfs(2), that lie to a database about locks or about what is on the
 * disk; FAT also ends files at 4 GB.
 */
const UNSAFE: ReadonlyMap<number, string> = new Map([
  [0x6969, 'a network drive (NFS)'],
  [0x517b, 'a network drive (SMB)'],
  [0xff534d42, 'a network drive (CIFS)'],
  [0xfe534d42, 'a network drive (SMB)'],
  [0x01021997, 'a shared drive (9P)'],
  [0x5346414f, 'a network drive (AFS)'],
  [0x4d44, 'a FAT drive'],
]);

/**
 * Looks whether the data of `home` can be moved to a folder: new or empty, beside the present one, writable, with
 * room, and on a disk that a database can lock. Leaves no trace there.
 * @throws HindcastError of kind `usage` that says what is in the way, or `storage`
 */
export async function checkTarget(home: string, wanted: string): Promise<MoveTarget> {
  if (!isAbsolute(wanted)) throw notWholePath(wanted);
  try {
    const folder = withoutLinks(normalize(wanted));
    const from = realpathSync(home);
    if (folder === from) throw sameFolder(folder);
    if (isInside(folder, from) || isInside(from, folder)) throw nestedFolder(folder);
    const status = statSync(folder, { throwIfNoEntry: false });
    if (status !== undefined && !status.isDirectory()) throw notAFolder(folder);
    if (status !== undefined && !isVacant(folder)) throw folderNotEmpty(folder);
    const { bavail, bsize, type } = await statfs(nearest(folder));
    const kind = folder.startsWith('\\\\') ? 'a network drive' : UNSAFE.get(type);
    if (kind !== undefined) throw unsafeFolder(folder, kind);
    const bytes = databaseBytes(from) + keptFiles(from).reduce((sum, file) => sum + file.bytes, 0);
    const free = bavail * bsize;
    if (free < bytes + SPARE_BYTES) throw folderTooSmall(folder, { needed: bytes + SPARE_BYTES, free });
    tryLock(folder);
    return { folder, bytes, free };
  } catch (cause) {
    throw storageError(cause, wanted);
  }
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path that a folder has, or will have, once links are followed. */
function withoutLinks(folder: string): string {
  const there = nearest(folder);
  return join(realpathSync(there), relative(there, folder));
}

/** The folder itself, or the first one above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

/** Makes a small database there and locks it as the large one will be. */
function tryLock(folder: string): void {
  const above = nearest(folder);
  const isNew = above !== folder;
  // Of the folders that are made on the way, the topmost is removed with all the others.
  const made = isNew ? join(above, relative(above, folder).split(sep)[0] ?? basename(folder)) : null;
  const probe = join(folder, '.hindcast-lock-test.db');
  try {
    mkdirSync(folder, { recursive: true });
    const [first, second] = [new Database(probe, { timeout: 0 }), new Database(probe, { timeout: 0 })];
    try {
      const journal = first.pragma('journal_mode = WAL', { simple: true });
      first.exec('CREATE TABLE probe (x INTEGER) STRICT');
      first.exec('BEGIN IMMEDIATE');
      if (journal !== 'wal' || !isLockedFor(second)) throw unsafeFolder(folder, 'a drive that locks no files');
      first.exec('ROLLBACK');
    } finally {
      second.close();
      first.close();
    }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${probe}${end}`, { force: true });
    if (made !== null) rmSync(made, { recursive: true, force: true });
  }
}

function isLockedFor(database: Database.Database): boolean {
  try {
    database.exec('BEGIN IMMEDIATE');
    return false;
  } catch (cause) {
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return true;
    throw cause;
  }
}

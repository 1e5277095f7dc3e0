import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { DATABASE, keptFiles, removeOwn, UNFINISHED } from './folder-content.ts';
import { copyDiffers } from './folder-errors.ts';
import { syncFolder } from './folder-pointer.ts';

/** How far a copy is, in bytes. `copied`: it is whole, checked and on the disk. */
export interface CopyProgress {
  step: 'copying' | 'checking' | 'copied';
  done: number;
  total: number;
}

const PAGES_AT_ONCE = 2_048;

/**
 * Copies a data folder that nobody writes to, and compares. Only a copy that is whole has a database by that name;
 * until the move is over, a mark beside it says that it isn't in use.
 * @param target is new, empty, or what an earlier copy left that was cut off
 * @throws HindcastError `storage.folder-copy`; whatever the disk or SQLite refuses with
 */
export async function copyFolder(
  source: string,
  target: string,
  onProgress: (progress: CopyProgress) => void,
): Promise<void> {
  removeOwn(target);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, UNFINISHED), '', { flush: true });
  const database = new Database(join(source, DATABASE), { readonly: true });
  try {
    const files = keptFiles(source);
    const size = databaseSize(database);
    const total = size + files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    onProgress({ step: 'copying', done, total });
    const unnamed = join(target, `${DATABASE}.part`);
    await database.backup(unnamed, {
      progress({ totalPages, remainingPages }) {
        done = totalPages === 0 ? 0 : Math.floor(size * (1 - remainingPages / totalPages));
        onProgress({ step: 'copying', done, total });
        return PAGES_AT_ONCE;
      },
    });
    done = size;
    for (const { name, bytes } of files) {
      await copyOne(join(source, name), join(target, name));
      done += bytes;
      onProgress({ step: 'copying', done, total });
    }
    onProgress({ step: 'checking', done, total });
    checkDatabase(unnamed, size);
    for (const { name } of files) await compare(join(source, name), join(target, name), name);
    syncFile(unnamed);
    renameSync(unnamed, join(target, DATABASE));
    syncFolder(target);
    onProgress({ step: 'copied', done: total, total });
  } finally {
    database.close();
  }
}

async function copyOne(source: string, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  await copyFile(source, target);
  syncFile(target);
}

/** The copy is sound and of the same size, and belongs to no process yet. */
function checkDatabase(path: string, size: number): void {
  const copy = new Database(path);
  try {
    const isSound = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    if (!isSound || databaseSize(copy) !== size) throw copyDiffers(DATABASE);
    copy.exec('DELETE FROM host');
  } finally {
    copy.close();
  }
}

function databaseSize(database: Database.Database): number {
  const pages = database.pragma('page_count', { simple: true }) as number;
  return pages * (database.pragma('page_size', { simple: true }) as number);
}

async function compare(original: string, copy: string, name: string): Promise<void> {
  const isSame = statSync(original).size === statSync(copy).size && (await hashOf(original)) === (await hashOf(copy));
  if (!isSame) throw copyDiffers(name);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

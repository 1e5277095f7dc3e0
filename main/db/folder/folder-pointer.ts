import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { storageError } from '../errors.ts';
import { unreadablePointer } from './folder-errors.ts';

/** Where the data are since they were moved. */
export interface PointedFolder {
  folder: string;
  /** Where they were before, as long as that folder is neither deleted nor given up. */
  previous: string | null;
}

const pointedSchema = z.strictObject({
  version: z.literal(1),
  folder: z.string().min(1),
  previous: z.string().nullable(),
});

/** The one file, at a place that never changes, that says where the data folder was moved to. */
export class FolderPointer {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Null as long as nothing was ever moved. @throws HindcastError `storage.folder-pointer` */
  read(): PointedFolder | null {
    const text = this.#text();
    if (text === null) return null;
    try {
      const { folder, previous } = pointedSchema.parse(JSON.parse(text));
      return { folder, previous };
    } catch (cause) {
      throw unreadablePointer(this.file, cause);
    }
  }

  /** Points elsewhere: the old file is there until the new one is, whole. @throws HindcastError of kind `storage` */
  write(pointed: PointedFolder): void {
    const unfinished = `${this.file}.${process.pid}.part`;
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(unfinished, `${JSON.stringify({ version: 1, ...pointed }, null, 2)}\n`, { flush: true });
      renameSync(unfinished, this.file);
      syncFolder(dirname(this.file));
    } catch (cause) {
      rmSync(unfinished, { force: true });
      throw storageError(cause, this.file);
    }
  }

  #text(): string | null {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
      throw storageError(cause, this.file);
    }
  }
}

/** Has the names in a folder reach the disk. Windows sees to that itself, and opens no folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

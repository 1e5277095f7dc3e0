import { readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** Bytes on the disk. */
export interface DiskUse {
  database: number;
  /** Inside the database, used by nothing. */
  reusable: number;
  backups: number;
  /** Left on the disk. */
  free: number;
}

/** The folder that holds the database, as a person sees it who tidies up. */
export class DataFolder {
  readonly path: string;
  readonly #database: Database;

  constructor(path: string, database: Database) {
    this.path = path;
    this.#database = database;
  }

  async diskUse(): Promise<DiskUse> {
    const files = readdirSync(this.path)
      .filter((name) => name.startsWith('hindcast.db'))
      .map((name) => ({ name, bytes: statSync(join(this.path, name), { throwIfNoEntry: false })?.size ?? 0 }));
    const sum = (isBackup: boolean) =>
      files.filter(({ name }) => name.includes('.backup-') === isBackup).reduce((total, { bytes }) => total + bytes, 0);
    const pragma = (name: string) => this.#database.pragma(name, { simple: true }) as number;
    const { bavail, bsize } = await statfs(this.path);
    return {
      database: sum(false),
      reusable: pragma('freelist_count') * pragma('page_size'),
      backups: sum(true),
      free: bavail * bsize,
    };
  }
}

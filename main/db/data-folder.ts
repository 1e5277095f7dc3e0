import { readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Piscina } from 'piscina';
import { HindcastError } from '#shared/domain/errors.ts';
import type { CompactReply } from './compact-thread.ts';

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

  /** Gives free space back, on a thread of its own. @throws HindcastError of kind `storage` */
  async compact(): Promise<{ before: number; after: number }> {
    const thread = new Piscina({
      filename: new URL('./compact-thread.ts', import.meta.url).href,
      name: 'compact',
      maxThreads: 1,
    });
    try {
      const reply = (await thread.run(this.#database.name)) as CompactReply;
      if (reply.ok) return reply.value;
      throw new HindcastError(reply.error);
    } finally {
      await thread.destroy();
    }
  }
}

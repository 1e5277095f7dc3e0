import type { Database } from 'better-sqlite3';
import { storageError } from './errors.ts';

/**
 * Gives the space of deleted rows back to the disk. While it runs the disk needs room for a second copy.
 * @returns the size of the database in bytes.
 * @throws HindcastError of kind `storage`.
 */
export function vacuum(database: Database): { before: number; after: number } {
  try {
    const before = size(database);
    database.exec('VACUUM');
    database.pragma('wal_checkpoint(TRUNCATE)');
    return { before, after: size(database) };
  } catch (cause) {
    throw storageError(cause, database.name);
  }
}

function size(database: Database): number {
  const pages = database.pragma('page_count', { simple: true }) as number;
  return pages * (database.pragma('page_size', { simple: true }) as number);
}

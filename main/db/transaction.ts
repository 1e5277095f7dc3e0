import type { Database } from 'better-sqlite3';
import { storageError } from './errors.ts';

/**
 * Runs `work` in one transaction that takes the write lock at its start: all of it happens or nothing. Inside
 * another transaction it becomes part of it.
 * @throws HindcastError of kind `storage` when the disk or the database refuses; whatever `work` throws otherwise.
 */
export function inTransaction<T>(database: Database, work: () => T): T {
  try {
    return database.transaction(work).immediate();
  } catch (cause) {
    throw storageError(cause, database.name);
  }
}

/**
 * Runs `work`, which only reads, on the database as it is now: what other processes commit meanwhile stays unseen.
 * @throws like `inTransaction`.
 */
export function inSnapshot<T>(database: Database, work: () => T): T {
  try {
    return database.transaction(work).deferred();
  } catch (cause) {
    throw storageError(cause, database.name);
  }
}

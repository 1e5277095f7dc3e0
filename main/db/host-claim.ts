import type { Database } from 'better-sqlite3';
import { HindcastError } from '#shared/domain/errors.ts';
import { isAlive, thisProcess } from './owner.ts';
import { inTransaction } from './transaction.ts';

/**
 * Makes this process the one that serves the workstation from a data folder.
 * @throws HindcastError `usage.in-use` while another process has it
 */
export function claimHost(database: Database, address: string): void {
  inTransaction(database, () => {
    const holder = database.prepare<[], { owner: string; address: string }>('SELECT owner, address FROM host').get();
    if (holder !== undefined && isAlive(holder.owner)) throw inUse(holder.address);
    database.prepare('INSERT OR REPLACE INTO host (one, owner, address) VALUES (1, ?, ?)').run(thisProcess(), address);
  });
}

/** Gives up the claim of this process. @throws HindcastError of kind `storage`; nobody minds a dead one's claim */
export function releaseHost(database: Database): void {
  inTransaction(database, () => {
    database.prepare('DELETE FROM host WHERE owner = ?').run(thisProcess());
  });
}

function inUse(address: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.in-use',
    message: `Hindcast is already running on this data folder, at ${address}.`,
    hint: 'Use that one, or end it first. Another folder can be served beside it.',
  });
}

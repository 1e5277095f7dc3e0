import { type ErrorDetail, HindcastError } from '#shared/domain/errors.ts';
import { MarketStore } from '../market/store/market-store.ts';
import { openDatabase } from './open.ts';

/** Errors for the user cross the thread as data. */
export type CompactReply = { ok: true; value: { before: number; after: number } } | { ok: false; error: ErrorDetail };

/** Gives free space of a database back to the disk. @param path of its file */
export function compact(path: string): CompactReply {
  try {
    const database = openDatabase(path);
    try {
      return { ok: true, value: new MarketStore(database).compact() };
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof HindcastError) return { ok: false, error: error.detail };
    throw error;
  }
}

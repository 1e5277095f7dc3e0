import type { Database } from 'better-sqlite3';
import { inTransaction } from '../db/transaction.ts';

/** The table `series_gaps`: how many gaps there are in the bars that have a hash. */
export class GapTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  all(): ReadonlyMap<string, number> {
    const rows = this.#database.prepare<[], { hash: string; gaps: number }>('SELECT hash, gaps FROM series_gaps').all();
    return new Map(rows.map(({ hash, gaps }) => [hash, gaps]));
  }

  /** @throws HindcastError of kind `storage` */
  put(hash: string, gaps: number): void {
    inTransaction(this.#database, () => {
      this.#database.prepare('INSERT OR REPLACE INTO series_gaps (hash, gaps) VALUES (?, ?)').run(hash, gaps);
    });
  }
}

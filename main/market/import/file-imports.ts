import type { Database } from 'better-sqlite3';
import type { Ms } from '#shared/domain/units.ts';
import { MarketStore } from '../store/market-store.ts';
import { type ImportOptions, type ImportSteps, importSteps } from './import-file.ts';

/** Imports of files into the database. */
export class FileImports {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The steps of an import, see `performImport`.
   * @param name what messages call the file
   * @param at the time of day, for the series that change
   */
  steps(path: string, options: ImportOptions, name: string, at: Ms): ImportSteps {
    return importSteps(path, new MarketStore(this.#database, { now: () => at }), options, name);
  }
}

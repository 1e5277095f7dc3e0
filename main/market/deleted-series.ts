import type { Database } from 'better-sqlite3';
import { HindcastError } from '#shared/domain/errors.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { Ms } from '#shared/domain/units.ts';
import { inTransaction } from '../db/transaction.ts';
import { selectorOf } from './selector.ts';
import type { MarketStore } from './store/market-store.ts';

/** A deletion can be undone for a day. */
const KEPT_MS: Ms = 86_400_000;

interface DeletedRow extends SeriesKey {
  series_id: number;
}

/** Series that were deleted and can still be brought back. Nobody else sees them. */
export class DeletedSeries {
  readonly #database: Database;
  readonly #market: MarketStore;

  constructor(database: Database, market: MarketStore) {
    this.#database = database;
    this.#market = market;
  }

  /** @param now the time of day. @returns what `restore` takes. @throws HindcastError `data.no-such-series` */
  delete(selector: string, now: Ms): number {
    const { id, symbol, timeframe, source } = this.#market.find(selector);
    inTransaction(this.#database, () => {
      this.#database
        .prepare('INSERT INTO deleted_series (series_id, symbol, timeframe, source, deleted_at) VALUES (?, ?, ?, ?, ?)')
        .run(id, symbol, timeframe, source, now);
      this.#database
        .prepare(
          "UPDATE series SET state = 'staging', owner = 'deleted', symbol = NULL, timeframe = NULL, source = NULL WHERE id = ?",
        )
        .run(id);
    });
    return id;
  }

  /** @throws HindcastError `usage.no-such-deletion`; `data.series-exists` where a new one has taken its name */
  restore(id: number): SeriesKey {
    return inTransaction(this.#database, () => {
      const row = this.#database
        .prepare<[number], DeletedRow>(
          'SELECT series_id, symbol, timeframe, source FROM deleted_series WHERE series_id = ?',
        )
        .get(id);
      if (row === undefined) throw noSuchDeletion();
      const { symbol, timeframe, source } = row;
      const key = { symbol, timeframe, source };
      if (this.#market.get(key) !== undefined) throw seriesExists(key);
      this.#database.prepare('DELETE FROM deleted_series WHERE series_id = ?').run(id);
      this.#database
        .prepare("UPDATE series SET state = 'ready', owner = NULL, symbol = ?, timeframe = ?, source = ? WHERE id = ?")
        .run(symbol, timeframe, source, id);
      return key;
    });
  }

  /** Removes for good what was deleted a day ago or longer. */
  purge(now: Ms): void {
    const limit = now - KEPT_MS;
    const old = this.#database.prepare('SELECT 1 FROM deleted_series WHERE deleted_at <= ? LIMIT 1').get(limit);
    if (old === undefined) return;
    inTransaction(this.#database, () => {
      this.#database
        .prepare('DELETE FROM series WHERE id IN (SELECT series_id FROM deleted_series WHERE deleted_at <= ?)')
        .run(limit);
    });
  }
}

function noSuchDeletion(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.no-such-deletion',
    message: 'The series can’t be brought back any more.',
    hint: 'A deletion can be undone for a day. Import the file again.',
  });
}

function seriesExists(key: SeriesKey): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.series-exists',
    message: `There is a new series ${selectorOf(key)}, so the deleted one can’t be brought back.`,
    hint: 'Delete the new one first.',
  });
}

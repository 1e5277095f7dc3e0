import { hash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { SeriesKey } from '#shared/domain/series.ts';
import type { Ms } from '#shared/domain/units.ts';
import { damagedSeries } from '../market-errors.ts';
import { decodeChunk, encodeChunk } from './chunk.ts';

/** A chunk without its columns; `firstTime` names it within its series. */
export interface ChunkHead {
  firstTime: Ms;
  lastTime: Ms;
  rows: number;
}

/** Bars in these chunks, all together. */
export function rowsOf(heads: readonly ChunkHead[]): number {
  return heads.reduce((rows, head) => rows + head.rows, 0);
}

/** Bars on disk: by the id of their series, and by the name that messages call it. */
export type StoredBars = SeriesKey & { id: number };

/** The table `chunks`. Its methods run inside the caller's transaction. */
export class ChunkTable {
  readonly #heads: Statement<[number, Ms, Ms], ChunkHead>;
  readonly #read: Statement<[number, Ms], { columns: Uint8Array; sha256: string }>;
  readonly #write: Statement<[number, Ms, Ms, number, string, Uint8Array]>;
  readonly #remove: Statement<[number, Ms]>;

  constructor(database: Database) {
    this.#heads = database.prepare(
      `SELECT first_time AS firstTime, last_time AS lastTime, rows FROM chunks
       WHERE series_id = ? AND last_time >= ? AND first_time <= ? ORDER BY first_time`,
    );
    this.#read = database.prepare('SELECT columns, sha256 FROM chunks WHERE series_id = ? AND first_time = ?');
    this.#write = database.prepare(
      'INSERT INTO chunks (series_id, first_time, last_time, rows, sha256, columns) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#remove = database.prepare('DELETE FROM chunks WHERE series_id = ? AND first_time = ?');
  }

  /** The chunks that have bars between `from` and `to` or around them, oldest first. */
  heads(series: StoredBars, from: Ms = -Number.MAX_VALUE, to: Ms = Number.MAX_VALUE): ChunkHead[] {
    return this.#heads.all(series.id, from, to);
  }

  /** @throws HindcastError of kind `storage` when the bytes aren't those that were written. */
  read(series: StoredBars, { firstTime }: ChunkHead): BarColumns {
    const chunk = this.#read.get(series.id, firstTime);
    if (!chunk || hash('sha256', chunk.columns) !== chunk.sha256) throw damagedSeries(series, firstTime);
    return decodeChunk(chunk.columns);
  }

  /** Writes 1 to CHUNK_ROWS bars as a chunk of their own. */
  write(series: StoredBars, bars: BarColumns): void {
    const { time } = bars;
    const columns = encodeChunk(bars);
    this.#write.run(series.id, time[0] as Ms, time.at(-1) as Ms, time.length, hash('sha256', columns), columns);
  }

  remove(series: StoredBars, { firstTime }: ChunkHead): void {
    this.#remove.run(series.id, firstTime);
  }
}

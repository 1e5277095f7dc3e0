import type { Database, Statement } from 'better-sqlite3';
import { type Instrument, type InstrumentTerms, instrumentSchema } from '#shared/domain/instrument.ts';
import type { SeriesKey, SeriesSummary } from '#shared/domain/series.ts';
import { sessionSchema } from '#shared/domain/session.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { SeriesContent } from './series-content.ts';

interface InstrumentRow {
  symbol: string;
  quote_currency: string;
  tick_size: number;
  lot_step: number;
  multiplier: number;
  session: string | null;
  delisted: 0 | 1;
}

interface SeriesRow extends InstrumentRow {
  id: number;
  timeframe: Timeframe;
  source: string;
  rows: number;
  first_time: Ms;
  last_time: Ms;
  hash: string;
  close_only: 0 | 1;
  updated_at: Ms;
}

const SUMMARIES = `
  SELECT id, instruments.symbol, timeframe, source, rows, first_time, last_time, hash, close_only, updated_at,
         quote_currency, tick_size, lot_step, multiplier, session, delisted
  FROM series JOIN instruments USING (symbol, source)
  WHERE state = 'ready'`;

/** The tables `series` and `instruments`. Their methods run inside the caller's transaction. */
export class SeriesTable {
  readonly #all: Statement<[], SeriesRow>;
  readonly #byKey: Statement<[string, string, string], SeriesRow>;
  readonly #stage: Statement<[string]>;
  readonly #owners: Statement<[], string>;
  readonly #removeStagingOf: Statement<[string]>;
  readonly #instrument: Statement<[string, string], InstrumentRow>;
  readonly #putInstrument: Statement<[string, string, string, number, number, number, string | null, 0 | 1]>;
  readonly #publish: Statement<[string, string, string, number, Ms, Ms, string, number, Ms, number]>;
  readonly #update: Statement<[number, Ms, Ms, string, Ms, number]>;
  readonly #remove: Statement<[number]>;
  readonly #removeUnusedInstruments: Statement<[]>;

  constructor(database: Database) {
    this.#all = database.prepare(`${SUMMARIES} ORDER BY instruments.symbol, timeframe, source`);
    this.#byKey = database.prepare(`${SUMMARIES} AND series.symbol = ? AND timeframe = ? AND source = ?`);
    this.#stage = database.prepare("INSERT INTO series (state, owner) VALUES ('staging', ?)");
    this.#owners = database
      .prepare<[], string>(`SELECT DISTINCT owner FROM series
         WHERE state = 'staging' AND id NOT IN (SELECT series_id FROM deleted_series)`)
      .pluck() as Statement<[], string>;
    this.#removeStagingOf = database.prepare("DELETE FROM series WHERE state = 'staging' AND owner = ?");
    this.#instrument = database.prepare(
      `SELECT symbol, quote_currency, tick_size, lot_step, multiplier, session, delisted
       FROM instruments WHERE symbol = ? AND source = ?`,
    );
    this.#putInstrument = database.prepare(
      `INSERT INTO instruments (symbol, source, quote_currency, tick_size, lot_step, multiplier, session, delisted)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET quote_currency = excluded.quote_currency, tick_size = excluded.tick_size,
                                 lot_step = excluded.lot_step, multiplier = excluded.multiplier,
                                 session = excluded.session, delisted = excluded.delisted`,
    );
    this.#publish = database.prepare(
      `UPDATE series SET state = 'ready', owner = NULL, symbol = ?, timeframe = ?, source = ?, rows = ?,
                         first_time = ?, last_time = ?, hash = ?, close_only = ?, updated_at = ?
       WHERE id = ?`,
    );
    this.#update = database.prepare(
      'UPDATE series SET rows = ?, first_time = ?, last_time = ?, hash = ?, updated_at = ? WHERE id = ?',
    );
    this.#remove = database.prepare('DELETE FROM series WHERE id = ?');
    this.#removeUnusedInstruments = database.prepare(
      `DELETE FROM instruments WHERE NOT EXISTS (
         SELECT 1 FROM series WHERE series.symbol = instruments.symbol AND series.source = instruments.source)
       AND NOT EXISTS (
         SELECT 1 FROM deleted_series AS gone WHERE gone.symbol = instruments.symbol AND gone.source = instruments.source)`,
    );
  }

  list(): SeriesSummary[] {
    return this.#all.all().map(summaryOf);
  }

  get({ symbol, timeframe, source }: SeriesKey): SeriesSummary | undefined {
    const row = this.#byKey.get(symbol, timeframe, source);
    return row && summaryOf(row);
  }

  /** Begins a series that nobody sees yet. @returns its id. */
  stage(owner: string): number {
    return Number(this.#stage.run(owner).lastInsertRowid);
  }

  /** The processes that have staging series. */
  stagingOwners(): string[] {
    return this.#owners.all();
  }

  removeStagingOf(owner: string): void {
    this.#removeStagingOf.run(owner);
  }

  /** Stores what is said about an instrument; what isn't said stays as it is known, its spelling included. */
  putInstrument(terms: InstrumentTerms, source: string): void {
    const known = this.#instrument.get(terms.symbol, source);
    const complete = instrumentSchema.parse({ ...(known && instrumentOf(known)), ...terms });
    const { symbol, quoteCurrency, tickSize, lotStep, multiplier } = complete;
    const session = complete.session === undefined ? null : JSON.stringify(complete.session);
    const delisted = complete.delisted === true ? 1 : 0;
    this.#putInstrument.run(symbol, source, quoteCurrency, tickSize, lotStep, multiplier, session, delisted);
  }

  /** Gives a staging series its name, which makes it visible. Its instrument must be stored. */
  publish(id: number, key: SeriesKey, closeOnly: boolean, content: SeriesContent, now: Ms): void {
    const { rows, firstTime, lastTime, hash } = content;
    const { symbol, timeframe, source } = key;
    this.#publish.run(symbol, timeframe, source, rows, firstTime, lastTime, hash, closeOnly ? 1 : 0, now, id);
  }

  /** Describes the changed bars of a visible series. */
  update(id: number, { rows, firstTime, lastTime, hash }: SeriesContent, now: Ms): void {
    this.#update.run(rows, firstTime, lastTime, hash, now, id);
  }

  /** Removes a series with its bars. */
  remove(id: number): void {
    this.#remove.run(id);
  }

  removeUnusedInstruments(): void {
    this.#removeUnusedInstruments.run();
  }
}

function summaryOf(row: SeriesRow): SeriesSummary {
  return {
    id: row.id,
    symbol: row.symbol,
    timeframe: row.timeframe,
    source: row.source,
    rows: row.rows,
    firstTime: row.first_time,
    lastTime: row.last_time,
    hash: row.hash,
    closeOnly: row.close_only === 1,
    instrument: instrumentOf(row),
    updatedAt: row.updated_at,
  };
}

function instrumentOf(row: InstrumentRow): Instrument {
  return {
    symbol: row.symbol,
    quoteCurrency: row.quote_currency,
    tickSize: row.tick_size,
    lotStep: row.lot_step,
    multiplier: row.multiplier,
    ...(row.session !== null && { session: sessionSchema.parse(JSON.parse(row.session)) }),
    ...(row.delisted === 1 && { delisted: true }),
  };
}

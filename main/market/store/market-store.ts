import type { Database } from 'better-sqlite3';
import { HindcastError } from '#shared/domain/errors.ts';
import type { LoadedSeries, SeriesKey, SeriesSummary } from '#shared/domain/series.ts';
import type { Ms } from '#shared/domain/units.ts';
import { isAlive, thisProcess } from '../../db/owner.ts';
import { inSnapshot, inTransaction } from '../../db/transaction.ts';
import { vacuum } from '../../db/vacuum.ts';
import { damagedSeries, differentKindOfBars, noSuchSeries, nothingToImport } from '../market-errors.ts';
import { selectSeries } from '../select-series.ts';
import { selectorOf } from '../selector.ts';
import { ChunkTable, type StoredBars } from './chunk-table.ts';
import { loadSeries, type TimeRange } from './load.ts';
import { type MergeCounts, merge } from './merge.ts';
import { looseness, repack } from './repack.ts';
import { contentOf, type SeriesContent } from './series-content.ts';
import { SeriesTable } from './series-table.ts';
import { type ImportTarget, SeriesWriter } from './series-writer.ts';
import { StagingMemory } from './staging-memory.ts';

/** What an import did to one series. */
export interface ImportedSeries extends MergeCounts {
  /** The series as it is now. */
  summary: SeriesSummary;
  /** Its hash before; null when it is new. The same hash as now means that nothing changed. */
  previousHash: string | null;
}

export interface MarketStoreOptions {
  /** The wall clock, for `updatedAt`. */
  now?: () => Ms;
  /** Bars that all open writers together hold in memory; half a million by default. */
  mostRowsInMemory?: number;
}

/**
 * The market data of an installation: series of bars in columnar chunks.
 *
 * An import is invisible until it is committed, and lost with its process: what a dead process left is removed
 * when a store opens or an import begins. Several processes may read and import at once.
 *
 * Every method throws HindcastError of kind `storage` when the disk or the database refuses.
 */
export class MarketStore {
  readonly #database: Database;
  readonly #series: SeriesTable;
  readonly #chunks: ChunkTable;
  readonly #memory: StagingMemory;
  readonly #now: () => Ms;

  constructor(database: Database, options: MarketStoreOptions = {}) {
    this.#database = database;
    this.#series = new SeriesTable(database);
    this.#chunks = new ChunkTable(database);
    this.#memory = new StagingMemory(options.mostRowsInMemory);
    this.#now = options.now ?? Date.now;
    ifPossible(() => this.#removeAbandonedImports());
  }

  /** All series, by symbol, timeframe and source. */
  list(): SeriesSummary[] {
    return inSnapshot(this.#database, () => this.#series.list());
  }

  /**
   * The one series that `SYMBOL`, `SYMBOL:1d` or `SYMBOL:1d:source` names.
   * @throws HindcastError of kind `data` when it names none or several, with those there are.
   */
  find(selector: string): SeriesSummary {
    return selectSeries(selector, this.list());
  }

  /** Capitals of the symbol don't count. */
  get(key: SeriesKey): SeriesSummary | undefined {
    return inSnapshot(this.#database, () => this.#series.get(key));
  }

  /**
   * The bars of a series in shared memory, all or from `from` to `to`, both included. The hash is of exactly
   * these bars.
   * @throws HindcastError: kind `data` when there is no such series or no bar in the range, kind `storage` when
   * bars are damaged.
   */
  load(key: SeriesKey, range: TimeRange = {}): LoadedSeries {
    return inSnapshot(this.#database, () => loadSeries(this.#chunks, this.#require(key), range));
  }

  /**
   * Begins to import a series. The writer must be given to `commitImport` or discarded.
   * @throws HindcastError of kind `data` when the series exists with the other kind of bars.
   */
  beginImport(target: ImportTarget): SeriesWriter {
    this.#removeAbandonedImports();
    const id = inTransaction(this.#database, () => {
      this.#requireSameKindOfBars(target, this.#series.get(target.key));
      return this.#series.stage(thisProcess());
    });
    const disk = {
      write: (...chunk: Parameters<ChunkTable['write']>) =>
        inTransaction(this.#database, () => this.#chunks.write(...chunk)),
      remove: ({ id }: StoredBars) => ifPossible(() => inTransaction(this.#database, () => this.#series.remove(id))),
    };
    return new SeriesWriter(target, id, disk, this.#memory);
  }

  /**
   * Makes imports visible: all of them or, when it throws, none. A series that exists takes in the new bars (the
   * same time again is replaced), and stays as it is, `updatedAt` included, when that changes nothing. The writers
   * are closed; after an error they are still there to be discarded.
   * @throws HindcastError of kind `data` when a writer has no bars, or the other kind of bars than its series.
   */
  commitImport(writers: SeriesWriter[]): ImportedSeries[] {
    // What can be done before does not keep other processes from writing.
    const imports = writers.map((writer) => ({ writer, content: this.#finish(writer) }));
    const imported = inTransaction(this.#database, () =>
      imports.map(({ writer, content }) => this.#commit(writer, content)),
    );
    for (const writer of writers) writer.close();
    return imported;
  }

  /** @throws HindcastError of kind `data` when there is no such series. */
  delete(key: SeriesKey): void {
    inTransaction(this.#database, () => {
      this.#series.remove(this.#require(key).id);
      this.#series.removeUnusedInstruments();
    });
  }

  /**
   * Packs loose chunks, removes what nobody needs, and gives the free space back to the disk.
   * @returns the size of the database in bytes.
   */
  compact(): { before: number; after: number } {
    this.#removeAbandonedImports();
    for (const series of this.list()) this.#packIfLooserThan(1, series);
    inTransaction(this.#database, () => this.#series.removeUnusedInstruments());
    return vacuum(this.#database);
  }

  #require(key: SeriesKey): SeriesSummary {
    const series = this.#series.get(key);
    if (!series) throw noSuchSeries(selectorOf(key), key.symbol, this.#series.list());
    return series;
  }

  #requireSameKindOfBars({ closeOnly }: ImportTarget, stored: SeriesSummary | undefined): void {
    if (stored && stored.closeOnly !== closeOnly) throw differentKindOfBars(stored);
  }

  /** Brings a writer's bars to disk, packs and hashes them. */
  #finish(writer: SeriesWriter): SeriesContent {
    const { staged, target } = writer;
    if (writer.rows === 0) throw nothingToImport(target.key);
    writer.flush();
    // Half-full chunks are good enough; bars that came in crumbs are not.
    this.#packIfLooserThan(2, staged);
    const content = inSnapshot(this.#database, () => contentOf(this.#chunks, staged));
    if (content?.rows !== writer.rows) throw damagedSeries(staged);
    return content;
  }

  #packIfLooserThan(limit: number, series: StoredBars): void {
    inTransaction(this.#database, () => {
      if (looseness(this.#chunks.heads(series)) > limit) repack(this.#chunks, series);
    });
  }

  #commit({ staged, target }: SeriesWriter, content: SeriesContent): ImportedSeries {
    const stored = this.#series.get(target.key);
    this.#requireSameKindOfBars(target, stored);
    this.#series.putInstrument(target.instrument, target.key.source);
    if (!stored) {
      this.#series.publish(staged.id, target.key, target.closeOnly, content, this.#now());
      const summary = this.#require(target.key);
      return { summary, added: content.rows, replaced: 0, unchanged: 0, previousHash: null };
    }
    const counts =
      stored.hash === content.hash
        ? { added: 0, replaced: 0, unchanged: content.rows }
        : merge(this.#chunks, stored, staged);
    if (counts.added + counts.replaced > 0) this.#describeAgain(stored, counts);
    this.#series.remove(staged.id);
    return { summary: this.#require(target.key), ...counts, previousHash: stored.hash };
  }

  #describeAgain(stored: SeriesSummary, { added }: MergeCounts): void {
    const content = contentOf(this.#chunks, stored);
    if (content?.rows !== stored.rows + added) throw damagedSeries(stored);
    this.#series.update(stored.id, content, this.#now());
  }

  /** Removes the staging bars of processes that are no more. */
  #removeAbandonedImports(): void {
    const dead = inSnapshot(this.#database, () => this.#series.stagingOwners()).filter((owner) => !isAlive(owner));
    if (dead.length === 0) return;
    inTransaction(this.#database, () => {
      for (const owner of dead) this.#series.removeStagingOf(owner);
    });
  }
}

/** Cleaning up can wait when the disk is full or locked: reading needs neither, and nobody sees what is left. */
function ifPossible(cleanUp: () => void): void {
  try {
    cleanUp();
  } catch (cause) {
    if (!(cause instanceof HindcastError)) throw cause;
  }
}

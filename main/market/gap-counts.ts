import type { Database } from 'better-sqlite3';
import type { SeriesSummary } from '#shared/domain/series.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { inTransaction } from '../db/transaction.ts';
import { selectorOf } from './selector.ts';

/** How many gaps each series has: counted once for the same bars, in the background. */
export class GapCounts {
  readonly #database: Database;
  readonly #analysis: Analysis;
  readonly #counting = new Set<string>();

  constructor(database: Database, analysis: Analysis) {
    this.#database = database;
    this.#analysis = analysis;
  }

  /** Those that are known by the hash of their series. */
  known(): ReadonlyMap<string, number> {
    const rows = this.#database.prepare<[], { hash: string; gaps: number }>('SELECT hash, gaps FROM series_gaps').all();
    return new Map(rows.map(({ hash, gaps }) => [hash, gaps]));
  }

  /**
   * Counts the gaps of these series, one after another.
   * @returns whether any was counted: a series that vanishes or is damaged meanwhile stays uncounted
   */
  async count(series: readonly SeriesSummary[]): Promise<boolean> {
    const missing = new Map(series.filter(({ hash }) => !this.#counting.has(hash)).map((one) => [one.hash, one]));
    for (const hash of missing.keys()) this.#counting.add(hash);
    let counted = 0;
    for (const [hash, one] of missing) {
      try {
        const gaps = await this.#analysis.series.countGaps(selectorOf(one)).catch(() => null);
        if (gaps === null || !this.#database.open) continue;
        inTransaction(this.#database, () => {
          this.#database.prepare('INSERT OR REPLACE INTO series_gaps (hash, gaps) VALUES (?, ?)').run(hash, gaps);
        });
        counted++;
      } finally {
        this.#counting.delete(hash);
      }
    }
    return counted > 0;
  }
}

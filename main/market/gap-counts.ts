import type { SeriesSummary } from '#shared/domain/series.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Asked } from '../threads/asked.ts';
import type { GapTable } from './gap-table.ts';
import { selectorOf } from './selector.ts';

/** How many gaps each series has: counted once for the same bars, in the background. */
export class GapCounts {
  readonly #table: GapTable;
  readonly #stored: Pick<Asked<GapTable>, 'put'>;
  readonly #analysis: Pick<Analysis, 'series'>;
  readonly #counting = new Set<string>();

  /** @param stored the same table, where it is written */
  constructor(table: GapTable, stored: Pick<Asked<GapTable>, 'put'>, analysis: Pick<Analysis, 'series'>) {
    this.#table = table;
    this.#stored = stored;
    this.#analysis = analysis;
  }

  /** Those that are known by the hash of their series. */
  known(): ReadonlyMap<string, number> {
    return this.#table.all();
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
        if (gaps === null) continue;
        await this.#stored.put(hash, gaps);
        counted++;
      } finally {
        this.#counting.delete(hash);
      }
    }
    return counted > 0;
  }
}

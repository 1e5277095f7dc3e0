import { allocateBars, type BarColumns } from '#shared/domain/bars.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { ChunkHead, ChunkTable, StoredBars } from './chunk-table.ts';

/** Walks over the stored bars of a series, oldest first, with one chunk in memory. */
export class ChunkCursor {
  readonly #chunks: ChunkTable;
  readonly #series: StoredBars;
  readonly #heads: Iterator<ChunkHead>;
  #bars = allocateBars(0, 'own');
  #row = -1;

  constructor(chunks: ChunkTable, series: StoredBars) {
    this.#chunks = chunks;
    this.#series = series;
    this.#heads = chunks.heads(series).values();
    this.advance();
  }

  /** The chunk of the current bar. */
  get bars(): BarColumns {
    return this.#bars;
  }

  /** The current bar's row in `bars`. */
  get row(): number {
    return this.#row;
  }

  /** The current bar's time; infinite after the last one. */
  get time(): Ms {
    return this.#bars.time[this.#row] ?? Number.POSITIVE_INFINITY;
  }

  advance(): void {
    this.#row++;
    if (this.#row < this.#bars.time.length) return;
    const next = this.#heads.next();
    this.#bars = next.done ? allocateBars(0, 'own') : this.#chunks.read(this.#series, next.value);
    this.#row = 0;
  }
}

/** About 25 MB of bars. */
const MOST_ROWS = 1 << 19;

interface Holder {
  /** Writes what it holds to disk. */
  flush(): void;
}

/**
 * Keeps the bars that open writers hold within bounds, however many there are: a file of five thousand symbols
 * by date fills five thousand chunks at once.
 */
export class StagingMemory {
  readonly #mostRows: number;
  readonly #holders = new Set<Holder>();
  #rows = 0;

  constructor(mostRows = MOST_ROWS) {
    this.#mostRows = mostRows;
  }

  /** Counts rows that `holder` took in (or, below zero, wrote). Too many, and all holders write theirs. */
  count(holder: Holder, rows: number): void {
    this.#holders.add(holder);
    this.#rows += rows;
    if (rows > 0 && this.#rows > this.#mostRows) for (const each of this.#holders) each.flush();
  }

  /** Forgets a holder, with the rows it still had. */
  release(holder: Holder, rows: number): void {
    this.#holders.delete(holder);
    this.#rows -= rows;
  }
}

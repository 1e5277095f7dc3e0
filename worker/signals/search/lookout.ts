import type { Search } from './search.ts';

/** Asks a search about rows that mostly come in order, and remembers the answer as long as it is one. */
export class Lookout {
  readonly readyRow: number;
  #from = 0;
  #answer = -1;
  readonly #search: Search;
  readonly #value: boolean;

  constructor(search: Search, value: boolean) {
    this.readyRow = search.readyRow;
    this.#search = search;
    this.#value = value;
  }

  /** The first row from `from` on; the number of rows when there is none. */
  next(from: number): number {
    if (from < this.#from || from > this.#answer) {
      this.#from = from;
      this.#answer = this.#search.next(from, this.#value);
    }
    return this.#answer;
  }
}

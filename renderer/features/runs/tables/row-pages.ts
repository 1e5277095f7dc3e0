import { type ApiError, apiErrorOf } from '#shared/contract/errors.ts';

export interface RowPage<Row> {
  rows: readonly Row[];
  total: number;
  offset: number;
}

/** Asks for a page of a table: the one at `offset`, or the one that has the row with the key `including`. */
export type AskForPage<Row> = (offset: number, limit: number, including?: number) => Promise<RowPage<Row>>;

/** What is known of a table by now. The same object until something changes. */
export interface TableState {
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly error: ApiError | null;
}

const PAGE = 100;

/** Rows of a table that is asked for in pages, as far as they are needed, in one sorting and with one filter. */
export class RowPages<Row> {
  readonly #ask: AskForPage<Row>;
  readonly #keyOf: (row: Row) => number;
  readonly #rows = new Map<number, Row>();
  readonly #places = new Map<number, number>();
  readonly #underWay = new Map<number, Promise<void>>();
  /** What could not be brought, by its name; whatever is asked for again successfully is no longer here. */
  readonly #failed = new Map<string, () => Promise<RowPage<Row>>>();
  readonly #listeners = new Set<() => void>();
  #state: TableState = { total: null, error: null };

  constructor(ask: AskForPage<Row>, keyOf: (row: Row) => number) {
    this.#ask = ask;
    this.#keyOf = keyOf;
  }

  readonly state = (): TableState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Undefined while it is on its way. */
  readonly row = (place: number): Row | undefined => this.#rows.get(place);

  /** Where the row with a key stands; null where that isn't known yet, or it isn't in the table. */
  placeOf(key: number): number | null {
    return this.#places.get(key) ?? null;
  }

  /** Has the rows from `first` up to but not including `end` brought, where they aren't there yet. */
  readonly load = (first: number, end: number): void => {
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.max(end, first + 1); page++) void this.#page(page);
  };

  /** Brings one row. */
  async fetch(place: number): Promise<Row | undefined> {
    if (!this.#rows.has(place)) await this.#page(Math.floor(place / PAGE));
    return this.#rows.get(place);
  }

  /** Brings the page on which the row with a key stands. */
  async reach(key: number): Promise<void> {
    if (!this.#places.has(key)) await this.#bring(`key ${key}`, () => this.#ask(0, PAGE, key));
  }

  /** Asks again for all that could not be brought. */
  readonly retry = (): void => {
    const failed = [...this.#failed];
    this.#failed.clear();
    for (const [name, ask] of failed) void this.#bring(name, ask);
  };

  #page(page: number): Promise<void> {
    const { total } = this.#state;
    const isKnown = this.#rows.has(page * PAGE) || (total !== null && page > 0 && page * PAGE >= total);
    if (isKnown) return Promise.resolve();
    const underWay = this.#underWay.get(page) ?? this.#bring(`page ${page}`, () => this.#ask(page * PAGE, PAGE));
    this.#underWay.set(page, underWay);
    void underWay.then(() => this.#underWay.delete(page));
    return underWay;
  }

  async #bring(name: string, ask: () => Promise<RowPage<Row>>): Promise<void> {
    try {
      const { rows, total, offset } = await ask();
      for (const [index, row] of rows.entries()) {
        this.#rows.set(offset + index, row);
        this.#places.set(this.#keyOf(row), offset + index);
      }
      this.#failed.delete(name);
      this.#change({ total, error: this.#failed.size === 0 ? null : this.#state.error });
    } catch (error) {
      this.#failed.set(name, ask);
      this.#change({ ...this.#state, error: apiErrorOf(error) });
    }
  }

  #change(state: TableState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

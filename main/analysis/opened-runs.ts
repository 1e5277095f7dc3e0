import type { MarketStore } from '../market/store/market-store.ts';
import type { RunStore } from '../runs/run-store.ts';
import { MemoryCache } from './memory-cache.ts';
import { OpenedRun } from './opened-run.ts';

const MEMORY = 256e6;

/** Stored runs in memory: those that were looked at last. */
export class OpenedRuns {
  readonly #runs: RunStore;
  readonly #market: MarketStore;
  readonly #opened = new MemoryCache<OpenedRun>(MEMORY, ({ bytes }) => bytes);

  constructor(runs: RunStore, market: MarketStore) {
    this.#runs = runs;
    this.#market = market;
  }

  /** @throws HindcastError `usage.no-such-run`; `usage.no-result` for a run without a result that can be read */
  open(run: string): OpenedRun {
    const record = this.#runs.find(run);
    return this.#opened.get(`${record.id} ${record.resultHash}`, () => {
      return new OpenedRun(record, this.#runs.result(record), this.#market);
    });
  }
}

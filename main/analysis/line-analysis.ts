import type { RunLines } from '#worker/lines/evaluate-lines.ts';
import type { LinesTask } from '#worker/task.ts';
import { type LineSummary, type LinesBuckets, LinesPicture } from '#worker/viewport/lines-picture.ts';
import type { MarketStore } from '../market/store/market-store.ts';
import { changedData } from '../runs/errors.ts';
import { reloadSeries } from '../runs/inputs/reload-inputs.ts';
import type { RunStore } from '../runs/run-store.ts';
import { storedStrategy } from '../runs/stored-strategy.ts';
import { MemoryCache } from './memory-cache.ts';
import type { OpenedRuns } from './opened-runs.ts';
import type { Viewport } from './series-analysis.ts';

const MEMORY = 256e6;

export interface LineList {
  symbol: string;
  lines: readonly LineSummary[];
  /** Series of the strategy beyond the limits. */
  leftOut: number;
}

/**
 * Lines of stored runs. They are evaluated by a worker: this says on what, keeps what came of it as long as it is
 * looked at, and draws it. Symbols: the first one of the run where none is named.
 */
export class LineAnalysis {
  readonly #opened: OpenedRuns;
  readonly #runs: RunStore;
  readonly #market: MarketStore;
  readonly #pictures = new MemoryCache<LinesPicture>(MEMORY, ({ bytes }) => bytes);

  constructor(opened: OpenedRuns, runs: RunStore, market: MarketStore) {
    this.#opened = opened;
    this.#runs = runs;
    this.#market = market;
  }

  /**
   * What a worker needs to evaluate the lines; the bars lie in shared memory.
   * @throws HindcastError `data.changed` when the bars are no longer those of the run, `storage.damaged-run`,
   * `usage.no-such-symbol`
   */
  task(run: string, symbol: string | undefined): LinesTask {
    const opened = this.#opened.open(run);
    const { record } = opened;
    const { data, params, seed } = record.manifest;
    return {
      kind: 'lines',
      ...storedStrategy(record, this.#runs),
      params,
      seed,
      symbol: opened.symbolNamed(symbol),
      series: data.map((used) => {
        const { bars, hash } = reloadSeries(this.#market, used, (series) => changedData(series, record));
        return { instrument: used.instrument, bars, hash };
      }),
    };
  }

  /** Keeps what a worker evaluated. */
  keep(run: string, symbol: string | undefined, lines: RunLines): void {
    const { time } = this.#opened.open(run).result;
    this.#pictures.get(this.#nameOf(run, symbol), () => new LinesPicture(time, lines));
  }

  /** Null where nothing is kept. */
  list(run: string, symbol: string | undefined): LineList | null {
    const picture = this.#pictures.find(this.#nameOf(run, symbol));
    if (picture === null) return null;
    const { summaries, leftOut } = picture;
    return { symbol: this.#opened.open(run).symbolNamed(symbol), lines: summaries, leftOut };
  }

  /** Null where nothing is kept. */
  viewport(run: string, symbol: string | undefined, { from, to, buckets }: Viewport): LinesBuckets | null {
    return this.#pictures.find(this.#nameOf(run, symbol))?.viewport(from, to, buckets) ?? null;
  }

  #nameOf(run: string, symbol: string | undefined): string {
    const opened = this.#opened.open(run);
    return `${opened.record.id} ${opened.record.resultHash} ${opened.symbolNamed(symbol)}`;
  }
}

import type { LinesBuckets } from '#worker/viewport/lines-picture.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { LineList } from '../analysis/line-analysis.ts';
import type { Viewport } from '../analysis/series-analysis.ts';
import type { WorkerPool } from './worker-pool.ts';

/** The lines of one symbol of a run; the first symbol where none is named. */
export interface LinesOf {
  /** Id of the run. */
  run: string;
  symbol?: string | undefined;
}

/**
 * The series that strategies worked with. Nothing of them is stored: whoever asks first has the strategy's `setup` run
 * again, and all who ask meanwhile wait for the same.
 */
export class RunLines {
  readonly #analysis: Analysis['lines'];
  readonly #pool: WorkerPool;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(analysis: Analysis['lines'], pool: WorkerPool) {
    this.#analysis = analysis;
    this.#pool = pool;
  }

  /**
   * @throws HindcastError what the strategy throws in `setup`, or where it can't be evaluated again: `data.changed`,
   * `storage.damaged-run`, `strategy.timeout` …
   */
  list(of: LinesOf): Promise<LineList> {
    return this.#answer(of, () => this.#analysis.list(of.run, of.symbol));
  }

  /** @throws HindcastError as `list` */
  viewport(of: LinesOf, viewport: Viewport): Promise<LinesBuckets> {
    return this.#answer(of, () => this.#analysis.viewport(of.run, of.symbol, viewport));
  }

  async #answer<T>(of: LinesOf, question: () => Promise<T | null>): Promise<T> {
    for (;;) {
      const answer = await question();
      if (answer !== null) return answer;
      await this.#evaluate(of);
    }
  }

  #evaluate({ run, symbol }: LinesOf): Promise<void> {
    const name = `${run} ${symbol?.toLowerCase()}`;
    const known = this.#underWay.get(name);
    if (known !== undefined) return known;
    const work = this.#perform(run, symbol).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, work);
    return work;
  }

  async #perform(run: string, symbol: string | undefined): Promise<void> {
    const task = await this.#analysis.task(run, symbol);
    await this.#analysis.keep(run, symbol, await this.#pool.perform(task));
  }
}

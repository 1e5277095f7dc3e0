import { WorkerPool } from '#main/runs/worker-pool.ts';
import type { Proofs } from '#shared/domain/proof.ts';
import type { RunResult } from '#shared/domain/run-result.ts';
import type { ParamDeclarations } from '#shared/strategy-api/params.ts';
import type { RunSeries, RunTask } from '#worker/task.ts';
import { runTask } from '../support/run-task.ts';

/** Runs one strategy, at its default parameters and with ten million of cash (so that whole units hardly round), on whichever bars it is given. */
export type RunOn = (series: RunSeries[]) => Promise<RunResult>;

const CASH = 10_000_000;

/** Threads with the real sandbox. */
export class StrategyRunner {
  readonly #pool = new WorkerPool({ threads: 2 });

  async params(source: string): Promise<ParamDeclarations> {
    return (await this.#pool.perform({ kind: 'describe', source, file: 'strategy.ts' })).params;
  }

  /** @throws HindcastError when the strategy throws, on whichever bar */
  async of(source: string): Promise<RunOn> {
    const params = await this.#defaults(source);
    return (series) => this.#pool.perform(runTask(source, { params, series, cash: CASH }));
  }

  /** What repeating the strategy on other bars shows. */
  async proofs(source: string, series: RunSeries[]): Promise<Proofs> {
    const params = await this.#defaults(source);
    return this.#pool.perform({ ...runTask(source, { params, series, cash: CASH }), kind: 'proof' });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #defaults(source: string): Promise<RunTask['params']> {
    const declared = Object.entries(await this.params(source));
    return Object.fromEntries(declared.map(([name, param]) => [name, param.default]));
  }
}

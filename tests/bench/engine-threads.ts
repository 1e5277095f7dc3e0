import { Piscina } from 'piscina';
import type { EngineAnswers, EngineQuestion } from './engine-thread.ts';

/** Worker threads that measure the engine from inside. */
export class EngineThreads {
  readonly #piscina: Piscina;

  constructor(threads = 1) {
    this.#piscina = new Piscina({
      filename: new URL('./engine-thread.ts', import.meta.url).href,
      minThreads: threads,
      maxThreads: threads,
      execArgv: [],
      argv: [],
    });
  }

  answer<Q extends EngineQuestion>(question: Q): Promise<EngineAnswers[Q['ask']]> {
    return this.#piscina.run(question);
  }

  async close(): Promise<void> {
    await this.#piscina.close();
  }
}

import { Piscina } from 'piscina';
import { HindcastError } from '#shared/domain/errors.ts';
import type { CheckReply } from './type-check-thread.ts';

/** Checks the types of strategies on a thread of its own: the compiler takes a few hundred milliseconds. */
export class TypeChecker {
  #thread: Piscina | null = null;

  /** @throws HindcastError `strategy.types` with the findings */
  async check(source: string, file: string): Promise<void> {
    this.#thread ??= new Piscina({
      filename: new URL('./type-check-thread.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 30_000,
    });
    const reply = (await this.#thread.run({ source, file })) as CheckReply;
    if (reply !== null) throw new HindcastError(reply);
  }

  async close(): Promise<void> {
    await this.#thread?.destroy();
  }
}

import { Piscina } from 'piscina';
import type { WrittenParam } from '#shared/contract/strategies.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Finding } from '../lint/finding.ts';
import type { StrategyDiagnostic } from './type-check.ts';
import type { CheckReply } from './type-check-thread.ts';

/** Checks the types of strategies on a thread of its own: the compiler takes a few hundred milliseconds. */
export class TypeChecker {
  #thread: Piscina | null = null;

  /** @throws HindcastError `strategy.types` with the findings */
  async check(source: string, file: string): Promise<void> {
    const reply = (await this.#started.run({ source, file })) as CheckReply;
    if (reply !== null) throw new HindcastError(reply);
  }

  /** What is wrong, one by one, in the order of the text; empty when nothing is. */
  async findings(source: string, file: string): Promise<StrategyDiagnostic[]> {
    return (await this.#started.run({ source, file }, { name: 'findings' })) as StrategyDiagnostic[];
  }

  /** The parameters that a text declares, whether it compiles or not. */
  async params(source: string): Promise<WrittenParam[]> {
    return (await this.#started.run({ source }, { name: 'params' })) as WrittenParam[];
  }

  /** What a trader would doubt in a text, in the order of its files and lines. */
  async doubts(source: string): Promise<Finding[]> {
    return (await this.#started.run({ source }, { name: 'doubts' })) as Finding[];
  }

  get #started(): Piscina {
    this.#thread ??= new Piscina({
      filename: new URL('./type-check-thread.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 30_000,
    });
    return this.#thread;
  }

  async close(): Promise<void> {
    await this.#thread?.destroy();
  }
}

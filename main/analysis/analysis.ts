import { Piscina } from 'piscina';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Answer, Question, Subjects } from './analysis-thread.ts';

/** The methods of a class, answered later. */
type Asked<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** Time that the thread lives on without a question: its memory holds what is on the screen. */
const IDLE_MS = 600_000;

/**
 * A thread that reads the database and works out what charts and tables show, so that large reads keep nobody else
 * waiting. Its methods are those of SeriesAnalysis and RunAnalysis, and throw their errors.
 */
export class Analysis {
  readonly series: Asked<Subjects['series']>;
  readonly runs: Asked<Subjects['runs']>;
  readonly #thread: Piscina;

  /** @param database path of the file, which must exist while there are questions */
  constructor(database: string) {
    this.#thread = new Piscina({
      filename: new URL('./analysis-thread.ts', import.meta.url).href,
      name: 'answer',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      workerData: { database },
    });
    this.series = this.#subject('series');
    this.runs = this.#subject('runs');
  }

  async close(): Promise<void> {
    await this.#thread.destroy();
  }

  #subject<K extends keyof Subjects>(subject: K): Asked<Subjects[K]> {
    return new Proxy({} as Asked<Subjects[K]>, {
      get:
        (_, method) =>
        async (...args: unknown[]) => {
          const question: Question = { subject, method: String(method), args };
          const reply = (await this.#thread.run(question)) as Answer;
          if (reply.ok) return reply.value;
          throw new HindcastError(reply.error);
        },
    });
  }
}

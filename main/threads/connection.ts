import { Worker } from 'node:worker_threads';
import { HindcastError } from '#shared/domain/errors.ts';
import type { Answer, Numbered, Question } from './protocol.ts';

/** One thread from its start to its end, and what it was asked. It keeps the process alive only while it owes answers. */
export class Connection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #ended = Promise.withResolvers<void>();
  #last = 0;
  #cause: unknown;
  #hasEnded = false;

  /** @param data what its entry finds in `workerData` */
  constructor(entry: URL, data: unknown) {
    // Flags of this process, such as where its program comes from, aren't meant for others.
    this.#worker = new Worker(entry, { workerData: data, execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', (answer: Numbered<Answer>) => this.#settle(answer));
    this.#worker.on('error', (cause) => {
      this.#cause = cause;
    });
    this.#worker.on('exit', () => this.#end());
  }

  /** False once it has ended or is about to: it answers no more questions. */
  get isOpen(): boolean {
    return !this.#hasEnded && this.#cause === undefined;
  }

  /** Whether it owes an answer. */
  get isBusy(): boolean {
    return this.#waiting.size > 0;
  }

  /** @throws HindcastError what the thread refuses with; any other error when it fails or ends before its answer */
  async ask(question: Question): Promise<unknown> {
    if (!this.isOpen) throw ended(this.#cause);
    const id = ++this.#last;
    this.#worker.postMessage({ ...question, id } satisfies Numbered<Question>);
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#worker.ref();
    return answer.promise;
  }

  /** What a method of a service gives part by part. The thread waits while nobody asks for more. */
  async *stream(service: string, method: string, args: unknown[]): AsyncGenerator<unknown, unknown, void> {
    const stream = ++this.#last;
    await this.ask({ kind: 'open', stream, service, method, args });
    let isWanted = true;
    try {
      for (;;) {
        isWanted = false;
        const { done, value } = (await this.ask({ kind: 'next', stream })) as IteratorResult<unknown>;
        if (done) return value;
        isWanted = true;
        yield value;
      }
    } finally {
      if (isWanted && this.isOpen) await this.ask({ kind: 'end', stream });
    }
  }

  /** Ends the thread when all that was asked is done. */
  async close(): Promise<void> {
    await this.ask({ kind: 'close' });
    this.#worker.ref();
    await this.#ended.promise;
  }

  /** Ends the thread whatever it does. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle({ id, ...answer }: Numbered<Answer>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!this.isBusy) this.#worker.unref();
    if (answer.kind === 'value') waiting?.resolve(answer.value);
    else waiting?.reject(answer.kind === 'refused' ? new HindcastError(answer.error) : answer.error);
  }

  #end(): void {
    this.#hasEnded = true;
    for (const { reject } of this.#waiting.values()) reject(ended(this.#cause));
    this.#waiting.clear();
    this.#ended.resolve();
  }
}

function ended(cause: unknown): Error {
  return new Error('The thread has ended.', { cause });
}

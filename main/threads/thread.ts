import type { Ms } from '#shared/domain/units.ts';
import { type Asked, methods, type Streamed } from './asked.ts';
import { Connection } from './connection.ts';

export interface ThreadOptions {
  /** What the entry finds in `workerData`. */
  data?: unknown;
  /** Time without questions after which the thread ends, and its memory with it; never by default. */
  idleTimeout?: Ms;
}

/**
 * A thread with services on it. It starts with the first question, and again with the next one after it has ended,
 * whatever it ended of: what it was asked meanwhile fails.
 *
 * `Services` names them; the entry gives the same ones to `serve`. Arguments and answers are copied, but for what lies
 * in shared memory.
 */
export class Thread<Services extends Record<keyof Services, object>> {
  readonly #entry: URL;
  readonly #options: ThreadOptions;
  #connection: Connection | null = null;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param entry the source that calls `serve`, named `…-thread.ts` */
  constructor(entry: URL, options: ThreadOptions = {}) {
    this.#entry = entry;
    this.#options = options;
  }

  /** The methods of a service. They throw what the service throws. */
  calls<K extends keyof Services & string>(service: K): Asked<Services[K]> {
    return methods((method, args) => this.#used((thread) => thread.ask({ kind: 'call', service, method, args })));
  }

  /** The methods of a service that give something part by part. */
  streams<K extends keyof Services & string>(service: K): Streamed<Services[K]> {
    return methods((method, args) => this.#parts(service, method, args));
  }

  /** Ends the thread when all that was asked is done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    if (this.#connection?.isOpen) await this.#connection.close();
  }

  /** Ends the thread whatever it does: what it was asked fails. */
  async stop(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    await this.#connection?.stop();
  }

  async *#parts(service: string, method: string, args: unknown[]): AsyncGenerator<unknown, unknown, void> {
    const parts = this.#connected().stream(service, method, args);
    try {
      return yield* parts;
    } finally {
      this.#rest();
    }
  }

  async #used<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(this.#connected());
    } finally {
      this.#rest();
    }
  }

  #connected(): Connection {
    if (this.#isClosed) throw new Error('The thread is closed.');
    clearTimeout(this.#idle);
    if (!this.#connection?.isOpen) this.#connection = new Connection(this.#entry, this.#options.data);
    return this.#connection;
  }

  /** Begins to count the time without questions. */
  #rest(): void {
    const { idleTimeout } = this.#options;
    clearTimeout(this.#idle);
    if (idleTimeout === undefined || this.#isClosed) return;
    this.#idle = setTimeout(() => {
      if (!this.#connection?.isBusy) void this.#connection?.stop();
    }, idleTimeout).unref();
  }
}

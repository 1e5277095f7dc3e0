import type { Worker } from 'node:worker_threads';
import type { Ms } from '#shared/domain/units.ts';

const INTERVAL: Ms = 20;
const MEGABYTE = 2 ** 20;

/**
 * Ends threads whose heap has outgrown a limit. The limit that V8 itself knows can't do it: one large allocation
 * beyond it (a list that doubles, a long text) ends the whole process instead of the thread.
 */
export class MemoryGuard {
  readonly #threads: () => readonly Worker[];
  readonly #limit: number;
  readonly #asked = new Set<Worker>();
  readonly #ended = new WeakSet<Worker>();
  #watchers = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(threads: () => readonly Worker[], megabytes: number) {
    this.#threads = threads;
    this.#limit = megabytes * MEGABYTE;
  }

  /** Watches all threads while `work` goes on. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#watchers++ === 0) this.#timer = setInterval(() => this.#look(), INTERVAL);
    try {
      return await work();
    } finally {
      if (--this.#watchers === 0) clearInterval(this.#timer);
    }
  }

  #look(): void {
    for (const thread of this.#threads()) {
      if (!this.#asked.has(thread) && !this.#ended.has(thread)) void this.#check(thread);
    }
  }

  async #check(thread: Worker): Promise<void> {
    this.#asked.add(thread);
    try {
      const { used_heap_size: used } = await thread.getHeapStatistics();
      if (used > this.#limit) {
        this.#ended.add(thread);
        await thread.terminate();
      }
    } catch {
      // It has ended meanwhile.
    } finally {
      this.#asked.delete(thread);
    }
  }
}

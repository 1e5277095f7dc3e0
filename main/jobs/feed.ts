/**
 * What changes, for whoever watches. A watcher that is slow gets the newest state of each thing, not all that it had
 * in between.
 */
export class Feed<T> {
  readonly #watchers = new Set<(name: string, value: T) => void>();

  /** Tells everybody about the new state of a thing. */
  publish(name: string, value: T): void {
    for (const tell of this.#watchers) tell(name, value);
  }

  /**
   * Things as they change, from now on, until the signal is aborted.
   * @param first what to begin with, by name
   */
  async *watch(
    signal: AbortSignal | undefined,
    first: readonly (readonly [name: string, value: T])[] = [],
    isWanted: (name: string) => boolean = () => true,
  ): AsyncGenerator<T, void, void> {
    const news = new Map(first);
    let wake = () => {};
    const tell = (name: string, value: T) => {
      if (!isWanted(name)) return;
      news.set(name, value);
      wake();
    };
    const stop = () => wake();
    this.#watchers.add(tell);
    signal?.addEventListener('abort', stop);
    try {
      while (signal?.aborted !== true) {
        const [next] = news;
        if (next !== undefined) {
          news.delete(next[0]);
          yield next[1];
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      this.#watchers.delete(tell);
      signal?.removeEventListener('abort', stop);
    }
  }
}

/** Something that was worked out, and the memory that it takes. */
interface Kept<T> {
  value: T;
  bytes: number;
}

/** What was worked out lately, as far as it fits into a limit of memory; the one used last stays in any case. */
export class MemoryCache<T> {
  readonly #limit: number;
  readonly #sizeOf: (value: T) => number;
  readonly #kept = new Map<string, Kept<T>>();
  #bytes = 0;

  /** @param limit bytes */
  constructor(limit: number, sizeOf: (value: T) => number) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  /** What is kept under this name; null where nothing is. */
  find(name: string): T | null {
    const kept = this.#kept.get(name);
    return kept === undefined ? null : this.get(name, () => kept.value);
  }

  /** What is kept under this name, or what `make` makes. */
  get(name: string, make: () => T): T {
    const known = this.#kept.get(name);
    const kept = known ?? this.#keep(make());
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    this.#forget();
    return kept.value;
  }

  #keep(value: T): Kept<T> {
    const bytes = this.#sizeOf(value);
    this.#bytes += bytes;
    return { value, bytes };
  }

  /** Those that weren't used for the longest time go first. */
  #forget(): void {
    for (const [name, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#limit || this.#kept.size === 1) return;
      this.#kept.delete(name);
      this.#bytes -= bytes;
    }
  }
}

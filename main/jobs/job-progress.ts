import type { Ms } from '#shared/domain/units.ts';

/** How far a job is. */
export interface Progress {
  done: number;
  total: number;
  /** Units a second; null until it is known. */
  rate: number | null;
  /** Time that is left; null until something can be said about it. */
  eta: Ms | null;
}

/** Rates are averaged over about this time. */
const MEMORY: Ms = 5_000;
/** From then on it is said how long a job will take: after this part of it, or this time. */
const EARLY_PART = 0.03;
const EARLY_TIME: Ms = 3_000;

/** Counts what is done, forwards only, and tells how fast it goes and how long it will take. */
export class JobProgress {
  readonly #now: () => Ms;
  #since: Ms;
  #last: Ms;
  #done = 0;
  #total = 0;
  #rate: number | null = null;

  /** @param now a clock that never goes back */
  constructor(now: () => Ms) {
    this.#now = now;
    this.#since = now();
    this.#last = this.#since;
  }

  /** @param done units so far; fewer than before count as none */
  update(done: number, total: number): void {
    const now = this.#now();
    const more = Math.max(0, done - this.#done);
    const elapsed = now - this.#last;
    this.#total = Math.max(this.#total, total);
    this.#done = Math.min(this.#done + more, this.#total);
    if (elapsed <= 0) return;
    const rate = (more / elapsed) * 1_000;
    const weight = 1 - Math.exp(-elapsed / MEMORY);
    this.#rate = this.#rate === null ? rate : this.#rate + weight * (rate - this.#rate);
    this.#last = now;
  }

  /** A pause doesn't count as slow work. */
  resume(): void {
    this.#since += this.#now() - this.#last;
    this.#last = this.#now();
  }

  get current(): Progress {
    const rate = this.#rate;
    const isEarly = this.#done < EARLY_PART * this.#total && this.#last - this.#since < EARLY_TIME;
    const eta = rate === null || rate === 0 || isEarly ? null : ((this.#total - this.#done) / rate) * 1_000;
    return { done: this.#done, total: this.#total, rate, eta };
  }
}

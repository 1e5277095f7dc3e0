import type { Ms } from '#shared/domain/units.ts';

const WINDOW: Ms = 60_000;
const MOST_CRASHES = 3;

/** Tells whether a window that crashes may open again by itself: not when it does so again and again. */
export class CrashLimit {
  #crashes: Ms[] = [];

  mayReopen(now: Ms): boolean {
    this.#crashes = [...this.#crashes.filter((time) => now - time < WINDOW), now];
    return this.#crashes.length <= MOST_CRASHES;
  }
}

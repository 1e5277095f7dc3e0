import type { Ms } from '#shared/domain/units.ts';

/** What one task for a thread should take: long beside its overhead, short beside the patience of a person. */
const AIM: Ms = 300;
/** The most runs in one task. */
const MOST = 1_024;
/** The first task loads the strategy and its indicators, and says little: sizes grow step by step. */
const FASTEST_GROWTH = 8;

/** Says how many runs to give to a thread at once, from how long others took. */
export class Pace {
  #size = 1;

  /** Runs that take about a third of a second; one before anything is known. */
  get size(): number {
    return Math.max(1, Math.round(this.#size));
  }

  /** @param time what so many runs took on one thread */
  tell(runs: number, time: Ms): void {
    const wanted = time > 0 ? (AIM / time) * runs : MOST;
    this.#size = Math.min(wanted, this.#size * FASTEST_GROWTH, MOST);
  }
}

import { TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import { barEnd } from './bar-end.ts';

/**
 * Finds the finer bars inside a bar: those that open in it. A bar lasts until the next one opens; before a gap, and
 * at the end of the data, for the length of its timeframe.
 *
 * Moving forward costs, over all bars together, one look at each finer bar; moving back starts over. Nothing is
 * allocated.
 */
export class FinerRows {
  /** Row of the first finer bar inside. */
  from = 0;
  /** The row behind the last finer bar inside; equal to `from` when there is none. */
  to = 0;
  readonly #base: Float64Array;
  readonly #length: Ms;
  readonly #finer: Float64Array;
  #row = -1;

  /**
   * @param base opening times of the bars, which are bars of `timeframe`
   * @param finer opening times of bars of the same symbol in a shorter timeframe
   */
  constructor(base: Float64Array, timeframe: Timeframe, finer: Float64Array) {
    this.#base = base;
    this.#length = TIMEFRAMES[timeframe];
    this.#finer = finer;
  }

  /** Sets `from` and `to` to what lies inside the bar at a row. */
  moveTo(row: number): void {
    if (row === this.#row) return;
    const finer = this.#finer;
    const open = this.#base[row] as number;
    const end = barEnd(this.#base, row, this.#length);
    // What lies inside an earlier bar doesn't lie inside this one.
    let from = row > this.#row ? this.to : 0;
    while (from < finer.length && (finer[from] as number) < open) from++;
    let to = from;
    while (to < finer.length && (finer[to] as number) < end) to++;
    this.from = from;
    this.to = to;
    this.#row = row;
  }
}

import { allocateBars, BAR_COLUMNS, type BarColumns } from '#shared/domain/bars.ts';
import type { Ms } from '#shared/domain/units.ts';

const WIDTH = BAR_COLUMNS.length;
const FIRST_CAPACITY = 16;
/** Bars whose distances tell the timeframe. */
const STEP_SAMPLE = 200;

/**
 * The bars of one symbol between the file and the store: they gather here row by row and leave as columns.
 * Rows stand one after another in one array, because a file may have thousands of symbols.
 */
export class SeriesRows {
  /** Null where the file names no symbol. */
  readonly symbol: string | null;
  /** Time and line of the last good row; NaN and 0 before the first. */
  lastTime: Ms = NaN;
  lastLine = 0;
  /** Good rows so far. */
  total = 0;
  /** Usual distance between two bars, from the first bars that were taken; NaN until two were. */
  usualStep: Ms = NaN;
  #rows = new Float64Array(0);
  #buffered = 0;

  constructor(symbol: string | null) {
    this.symbol = symbol;
  }

  /** Rows that wait. */
  get count(): number {
    return this.#buffered;
  }

  /** Rows there is memory for. */
  get capacity(): number {
    return this.#rows.length / WIDTH;
  }

  push(bar: Float64Array, line: number): void {
    const at = this.#buffered * WIDTH;
    if (at === this.#rows.length) this.#grow();
    for (let k = 0; k < WIDTH; k++) this.#rows[at + k] = bar[k] as number;
    this.#buffered++;
    this.total++;
    this.lastTime = bar[0] as number;
    this.lastLine = line;
  }

  /** Hands over the waiting rows, oldest first, and keeps nothing of them. */
  take(isNewestFirst: boolean): BarColumns {
    const rows = this.#rows;
    const buffered = this.#buffered;
    const bars = allocateBars(buffered, 'own');
    for (const [k, name] of BAR_COLUMNS.entries()) {
      const column = bars[name];
      for (let row = 0; row < buffered; row++) {
        column[isNewestFirst ? buffered - 1 - row : row] = rows[row * WIDTH + k] as number;
      }
    }
    if (Number.isNaN(this.usualStep)) this.usualStep = medianStep(bars.time);
    this.#rows = new Float64Array(0);
    this.#buffered = 0;
    return bars;
  }

  #grow(): void {
    const larger = new Float64Array(Math.max(FIRST_CAPACITY * WIDTH, this.#rows.length * 2));
    larger.set(this.#rows);
    this.#rows = larger;
  }
}

/** The middle one of the distances between the first bars, the shorter of two; NaN with fewer than two bars. */
function medianStep(time: Float64Array): Ms {
  const sample = time.subarray(0, STEP_SAMPLE);
  if (sample.length < 2) return NaN;
  const steps = sample.subarray(1).map((each, index) => each - (sample[index] as number));
  steps.sort();
  return steps[(steps.length - 1) >> 1] as number;
}

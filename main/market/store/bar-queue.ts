import { allocateBars, BAR_COLUMNS, type BarColumns, sliceBars } from '#shared/domain/bars.ts';
import { copyBars } from './chunk.ts';

const SMALLEST = 64;

/** Bars waiting for their chunk: they come and go at both ends, in order. Memory grows with what waits. */
export class BarQueue {
  #bars = allocateBars(0, 'own');
  #start = 0;
  #end = 0;

  get rows(): number {
    return this.#end - this.#start;
  }

  /** Adds bars after those that wait. */
  append(bars: BarColumns): void {
    const rows = bars.time.length;
    if (this.#end + rows > this.#bars.time.length) this.#move(rows, 0);
    copyBars(bars, this.#bars, this.#end);
    this.#end += rows;
  }

  /** Adds one row of `bars` after those that wait. */
  push(bars: BarColumns, row: number): void {
    if (this.#end === this.#bars.time.length) this.#move(1, 0);
    const at = this.#end++;
    for (const name of BAR_COLUMNS) this.#bars[name][at] = bars[name][row] as number;
  }

  /** Adds bars before those that wait. */
  prepend(bars: BarColumns): void {
    const rows = bars.time.length;
    if (rows > this.#start) this.#move(rows, 1);
    this.#start -= rows;
    copyBars(bars, this.#bars, this.#start);
  }

  /** Takes out the first bars, at most `rows`, once `write` has got them; when it throws, they stay. */
  takeFirst(rows: number, write: (bars: BarColumns) => void): void {
    const end = Math.min(this.#end, this.#start + rows);
    write(sliceBars(this.#bars, this.#start, end));
    this.#start = end;
  }

  /** Takes out the last bars, at most `rows`, once `write` has got them; when it throws, they stay. */
  takeLast(rows: number, write: (bars: BarColumns) => void): void {
    const start = Math.max(this.#start, this.#end - rows);
    write(sliceBars(this.#bars, start, this.#end));
    this.#end = start;
  }

  /** Gives the memory back. */
  clear(): void {
    this.#bars = allocateBars(0, 'own');
    this.#start = 0;
    this.#end = 0;
  }

  /** Makes room for `more` bars: the free rows come to lie behind those that wait (0) or before them (1). */
  #move(more: number, end: 0 | 1): void {
    const waiting = sliceBars(this.#bars, this.#start, this.#end);
    const needed = waiting.time.length + more;
    // Below half of it, moving inside the same memory is rare enough to be cheap.
    if (needed > this.#bars.time.length / 2) this.#bars = allocateBars(Math.max(SMALLEST, 2 * needed), 'own');
    this.#start = end === 0 ? 0 : this.#bars.time.length - waiting.time.length;
    this.#end = this.#start + waiting.time.length;
    copyBars(waiting, this.#bars, this.#start);
  }
}

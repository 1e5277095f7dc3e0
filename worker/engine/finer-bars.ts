import type { BarColumns } from '#shared/domain/bars.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import { FinerRows } from '../timeframes/finer.ts';
import type { BarPath } from './path.ts';

/** Of a price: less than this is rounding noise. */
const NOISE = 1e-9;

/**
 * Shorter bars of a symbol, which show what happened inside its own bars. They are believed where they add up to the
 * bar: where their extremes are its extremes. The first begins at its open and the last ends at its close, whatever
 * they say themselves: many sources take these two from auctions.
 */
export class FinerBars {
  /** Bars whose shorter bars say something else than the bar. */
  mismatches = 0;
  readonly #bars: BarColumns;
  readonly #finer: BarColumns;
  readonly #rows: FinerRows;
  #row = -1;

  /**
   * @param bars the symbol's own bars, of `timeframe`
   * @param finer bars of the same symbol in a shorter timeframe
   */
  constructor(bars: BarColumns, timeframe: Timeframe, finer: BarColumns) {
    this.#bars = bars;
    this.#finer = finer;
    this.#rows = new FinerRows(bars.time, timeframe, finer.time);
  }

  /** Rows inside the bar that was asked for last: from `from` up to but not including `to`. */
  get from(): number {
    return this.#rows.from;
  }
  get to(): number {
    return this.#rows.to;
  }

  /** Looks into the bar at a row; false where nothing can be seen. */
  lookInto(row: number): boolean {
    this.#rows.moveTo(row);
    this.#row = row;
    if (this.from === this.to) return false;
    if (this.#addUp()) return true;
    this.mismatches++;
    return false;
  }

  /** Puts a walk at the beginning of one of them. */
  begin(path: BarPath, row: number): void {
    const { open, high, low, close } = this.#finer;
    const begin = row === this.from ? (this.#bars.open[this.#row] as number) : (open[row] as number);
    const end = row === this.to - 1 ? (this.#bars.close[this.#row] as number) : (close[row] as number);
    path.start(begin, Math.max(high[row] as number, begin, end), Math.min(low[row] as number, begin, end), end);
  }

  #addUp(): boolean {
    const { high, low } = this.#finer;
    let highest = high[this.from] as number;
    let lowest = low[this.from] as number;
    for (let row = this.from + 1; row < this.to; row++) {
      if ((high[row] as number) > highest) highest = high[row] as number;
      if ((low[row] as number) < lowest) lowest = low[row] as number;
    }
    return isSame(highest, this.#bars.high[this.#row] as number) && isSame(lowest, this.#bars.low[this.#row] as number);
  }
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= NOISE * Math.abs(b);
}

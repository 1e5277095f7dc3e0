import type { FillColumns, TradeColumns } from '#shared/domain/run-result.ts';
import { type BucketGrid, bucketGrid, gridRows } from './bucket-grid.ts';

/** Fills that are drawn one by one. */
export interface FillMarkers {
  kind: 'fills';
  row: Int32Array;
  fill: Int32Array;
  trade: Int32Array;
  side: Int32Array;
  isExit: Int32Array;
  price: Float64Array;
  qty: Float64Array;
  pnl: Float64Array;
}

/** How many fills there are in each bucket that has any. */
export interface MarkerCounts {
  kind: 'counts';
  firstRow: Int32Array;
  rows: Int32Array;
  bought: Int32Array;
  sold: Int32Array;
  pnl: Float64Array;
}

const SOLD = 1;

/** Which trade each fill belongs to and what it earned, worked out once a run. */
export class MarkerIndex {
  readonly #fills: FillColumns;
  readonly #totalRows: number;
  /** First trade that the fill closed or, if none, opened; −1 where there is none. */
  readonly #trade: Int32Array;
  readonly #isExit: Uint8Array;
  readonly #pnl: Float64Array;

  /** @param totalRows bars on the run's clock */
  constructor(fills: FillColumns, trades: TradeColumns, totalRows: number) {
    const count = fills.bar.length;
    this.#fills = fills;
    this.#totalRows = totalRows;
    this.#trade = new Int32Array(count).fill(-1);
    this.#isExit = new Uint8Array(count);
    this.#pnl = new Float64Array(count).fill(Number.NaN);
    for (const [trade, fill] of trades.exitFill.entries()) {
      if (fill < 0) continue;
      if (this.#isExit[fill] === 0) {
        this.#isExit[fill] = 1;
        this.#trade[fill] = trade;
        this.#pnl[fill] = 0;
      }
      (this.#pnl[fill] as number) += trades.pnl[trade] as number;
    }
    for (const [trade, fill] of trades.entryFill.entries()) {
      if (this.#trade[fill] === -1) this.#trade[fill] = trade;
    }
  }

  get bytes(): number {
    return this.#trade.byteLength + this.#isExit.byteLength + this.#pnl.byteLength;
  }

  /**
   * The fills of the rows from `from` up to `to`: one by one where there are at most `mostGlyphs`, else counted in at
   * most `most` buckets. Buckets at the edges count whole.
   * @param symbol index of the symbol; null for all
   */
  between(
    from: number,
    to: number,
    { symbol, most, mostGlyphs }: { symbol: number | null; most: number; mostGlyphs: number },
  ): FillMarkers | MarkerCounts {
    const { bar, symbol: symbols } = this.#fills;
    const start = firstAtOrAbove(bar, Math.floor(from));
    const end = firstAtOrAbove(bar, Math.ceil(to));
    const isShown = (fill: number) => symbol === null || symbols[fill] === symbol;
    const shown: number[] = [];
    for (let fill = start; fill < end && shown.length <= mostGlyphs; fill++) if (isShown(fill)) shown.push(fill);
    return shown.length <= mostGlyphs
      ? this.#oneByOne(shown)
      : this.#counted(bucketGrid(this.#totalRows, from, to, most), isShown);
  }

  #oneByOne(shown: readonly number[]): FillMarkers {
    const { bar, side, price, qty } = this.#fills;
    const whole = (value: (fill: number) => number) => Int32Array.from(shown, value);
    const real = (column: Float64Array) => Float64Array.from(shown, (fill) => column[fill] as number);
    return {
      kind: 'fills',
      row: whole((fill) => bar[fill] as number),
      fill: whole((fill) => fill),
      trade: whole((fill) => this.#trade[fill] as number),
      side: whole((fill) => (side[fill] === SOLD ? -1 : 1)),
      isExit: whole((fill) => this.#isExit[fill] as number),
      price: real(price),
      qty: real(qty),
      pnl: real(this.#pnl),
    };
  }

  #counted(grid: BucketGrid, isShown: (fill: number) => boolean): MarkerCounts {
    const { firstBucket, buckets, rowsPerBucket } = grid;
    const { firstRow, rows } = gridRows(grid);
    const start = firstAtOrAbove(this.#fills.bar, firstBucket * rowsPerBucket);
    const end = firstAtOrAbove(this.#fills.bar, (firstBucket + buckets) * rowsPerBucket);
    const bought = new Int32Array(buckets);
    const sold = new Int32Array(buckets);
    const pnl = new Float64Array(buckets);
    for (let fill = start; fill < end; fill++) {
      if (!isShown(fill)) continue;
      const bucket = Math.floor((this.#fills.bar[fill] as number) / rowsPerBucket) - firstBucket;
      const count = this.#fills.side[fill] === SOLD ? sold : bought;
      (count[bucket] as number) += 1;
      if (this.#isExit[fill] === 1) (pnl[bucket] as number) += this.#pnl[fill] as number;
    }
    const used = [...firstRow.keys()].filter((bucket) => (bought[bucket] as number) + (sold[bucket] as number) > 0);
    const pick = (column: Int32Array) => Int32Array.from(used, (bucket) => column[bucket] as number);
    return {
      kind: 'counts',
      firstRow: pick(firstRow),
      rows: pick(rows),
      bought: pick(bought),
      sold: pick(sold),
      pnl: Float64Array.from(used, (bucket) => pnl[bucket] as number),
    };
  }
}

/** Where in an ascending column the first number at or above this one stands; its length when there is none. */
export function firstAtOrAbove(sorted: Int32Array | Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last row whose time is at or before this one; the first row for earlier times. */
export function rowAt(time: Float64Array, at: number): number {
  const next = firstAtOrAbove(time, at);
  return time[next] === at ? next : Math.max(0, next - 1);
}

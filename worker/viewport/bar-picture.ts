import type { BarColumns } from '#shared/domain/bars.ts';
import { bucketGrid, gridRows } from './bucket-grid.ts';
import { Pyramid } from './pyramid.ts';

/** Bars of a chart, column by column. */
export interface BarBuckets {
  totalRows: number;
  rowsPerBucket: number;
  firstRow: Int32Array;
  rows: Int32Array;
  time: Float64Array;
  open: Float64Array;
  high: Float64Array;
  low: Float64Array;
  close: Float64Array;
  volume: Float64Array;
}

/** Bars that can be shown at any zoom. Rows without a bar are NaN in all columns but `time`. */
export class BarPicture {
  readonly bars: BarColumns;
  readonly #open: Pyramid;
  readonly #high: Pyramid;
  readonly #low: Pyramid;
  readonly #close: Pyramid;
  readonly #volume: Pyramid;

  constructor(bars: BarColumns) {
    this.bars = bars;
    this.#open = new Pyramid(bars.open, 'first');
    this.#high = new Pyramid(bars.high, 'max');
    this.#low = new Pyramid(bars.low, 'min');
    this.#close = new Pyramid(bars.close, 'last');
    this.#volume = new Pyramid(bars.volume, 'sum');
  }

  /** Bytes of memory, bars included. */
  get bytes(): number {
    const pyramids = [this.#open, this.#high, this.#low, this.#close, this.#volume];
    return 6 * this.bars.time.byteLength + pyramids.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The rows from `from` up to `to` in at most `most` buckets; see `bucketGrid`. */
  viewport(from: number, to: number, most: number): BarBuckets {
    const grid = bucketGrid(this.bars.time.length, from, to, most);
    const { firstRow, rows } = gridRows(grid);
    return {
      totalRows: grid.totalRows,
      rowsPerBucket: grid.rowsPerBucket,
      firstRow,
      rows,
      time: timesAt(this.bars.time, firstRow),
      open: this.#open.buckets(grid),
      high: this.#high.buckets(grid),
      low: this.#low.buckets(grid),
      close: this.#close.buckets(grid),
      volume: this.#volume.buckets(grid),
    };
  }
}

export function timesAt(time: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => time[row] as number);
}

import { timesAt } from './bar-picture.ts';
import { bucketGrid, gridRows } from './bucket-grid.ts';
import { Curve } from './curve.ts';

/** Equity of a chart, column by column. */
export interface EquityBuckets {
  totalRows: number;
  rowsPerBucket: number;
  firstRow: Int32Array;
  rows: Int32Array;
  time: Float64Array;
  equityMin: Float64Array;
  equityMax: Float64Array;
  equityLast: Float64Array;
  benchmarkMin: Float64Array;
  benchmarkMax: Float64Array;
  benchmarkLast: Float64Array;
  drawdownMin: Float64Array;
  drawdownLast: Float64Array;
}

/** Equity of a run beside that of buying and holding, at any zoom. */
export class EquityPicture {
  readonly drawdown: Float64Array;
  readonly #time: Float64Array;
  readonly #equity: Curve;
  readonly #benchmark: Curve;
  readonly #drawdown: Curve;

  /** @param time open times of the bars, ms; the rest at their closes, in money */
  constructor(time: Float64Array, equity: Float64Array, benchmark: Float64Array) {
    this.#time = time;
    this.drawdown = drawdownOf(equity);
    this.#equity = new Curve(equity);
    this.#benchmark = new Curve(benchmark);
    this.#drawdown = new Curve(this.drawdown);
  }

  /** Bytes of memory beside the columns that were given. */
  get bytes(): number {
    const curves = [this.#equity, this.#benchmark, this.#drawdown];
    return this.drawdown.byteLength + curves.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The rows from `from` up to `to` in at most `most` buckets; see `bucketGrid`. */
  viewport(from: number, to: number, most: number): EquityBuckets {
    const grid = bucketGrid(this.#time.length, from, to, most);
    const { firstRow, rows } = gridRows(grid);
    const equity = this.#equity.buckets(grid);
    const benchmark = this.#benchmark.buckets(grid);
    const drawdown = this.#drawdown.buckets(grid);
    return {
      totalRows: grid.totalRows,
      rowsPerBucket: grid.rowsPerBucket,
      firstRow,
      rows,
      time: timesAt(this.#time, firstRow),
      equityMin: equity.min,
      equityMax: equity.max,
      equityLast: equity.last,
      benchmarkMin: benchmark.min,
      benchmarkMax: benchmark.max,
      benchmarkLast: benchmark.last,
      drawdownMin: drawdown.min,
      drawdownLast: drawdown.last,
    };
  }
}

/** Distance from the highest equity so far, as a fraction of it: 0 or less. */
export function drawdownOf(equity: Float64Array): Float64Array {
  let peak = Number.NEGATIVE_INFINITY;
  return equity.map((value) => {
    if (value > peak) peak = value;
    return peak > 0 ? value / peak - 1 : 0;
  });
}

import type { RunLine, RunLines } from '../lines/evaluate-lines.ts';
import { timesAt } from './bar-picture.ts';
import { type BucketGrid, bucketGrid, gridRows } from './bucket-grid.ts';
import { Curve, type CurveBuckets } from './curve.ts';
import { Pyramid } from './pyramid.ts';

/** A line of a run, without its values. */
export interface LineSummary {
  name: string;
  /** Null: on the prices. Lines with the same pane share it. */
  pane: string | null;
  /** Of all its values; NaN where it has none. */
  min: number;
  max: number;
}

export interface LineBuckets extends CurveBuckets {
  first: Float64Array;
}

/** Lines of a chart, column by column, in their order. */
export interface LinesBuckets {
  totalRows: number;
  rowsPerBucket: number;
  firstRow: Int32Array;
  rows: Int32Array;
  time: Float64Array;
  lines: LineBuckets[];
}

/** The series that a run's strategy works with, at any zoom. */
export class LinesPicture {
  readonly summaries: readonly LineSummary[];
  /** Lines beyond those that are kept. */
  readonly leftOut: number;
  readonly #time: Float64Array;
  readonly #lines: readonly LinePyramids[];

  /** @param time of the bars that the run came to; values behind them are not shown */
  constructor(time: Float64Array, { lines, leftOut }: RunLines) {
    this.leftOut = leftOut;
    this.#time = time;
    this.#lines = lines.map(({ values }) => new LinePyramids(values.subarray(0, time.length)));
    this.summaries = lines.map(({ name, pane }, line) => ({
      name,
      pane,
      ...(this.#lines[line] as LinePyramids).range,
    }));
  }

  /** Bytes of memory, those of the times not counted. */
  get bytes(): number {
    return this.#lines.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The rows from `from` up to `to` in at most `most` buckets; see `bucketGrid`. */
  viewport(from: number, to: number, most: number): LinesBuckets {
    const grid = bucketGrid(this.#time.length, from, to, most);
    const { firstRow, rows } = gridRows(grid);
    return {
      totalRows: grid.totalRows,
      rowsPerBucket: grid.rowsPerBucket,
      firstRow,
      rows,
      time: timesAt(this.#time, firstRow),
      lines: this.#lines.map((line) => line.buckets(grid)),
    };
  }
}

class LinePyramids {
  readonly range: { min: number; max: number };
  readonly bytes: number;
  readonly #curve: Curve;
  readonly #first: Pyramid;

  constructor(values: RunLine['values']) {
    this.#curve = new Curve(values);
    this.#first = new Pyramid(values, 'first');
    this.bytes = values.byteLength + this.#curve.bytes + this.#first.bytes;
    const { min, max } = this.#curve.buckets(bucketGrid(values.length, 0, values.length, 1));
    this.range = { min: min[0] ?? Number.NaN, max: max[0] ?? Number.NaN };
  }

  buckets(grid: BucketGrid): LineBuckets {
    return { first: this.#first.buckets(grid), ...this.#curve.buckets(grid) };
  }
}

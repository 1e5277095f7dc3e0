import type { BucketGrid } from './bucket-grid.ts';
import { Pyramid } from './pyramid.ts';

/** A line of buckets: lowest, highest and last value in each, NaN where there is none. */
export interface CurveBuckets {
  min: Float64Array;
  max: Float64Array;
  last: Float64Array;
}

/** A line that can be shown at any zoom without losing a spike. */
export class Curve {
  readonly #min: Pyramid;
  readonly #max: Pyramid;
  readonly #last: Pyramid;

  /** @param column is kept, not copied */
  constructor(column: Float64Array) {
    this.#min = new Pyramid(column, 'min');
    this.#max = new Pyramid(column, 'max');
    this.#last = new Pyramid(column, 'last');
  }

  /** Bytes of memory, those of the column not counted. */
  get bytes(): number {
    return this.#min.bytes + this.#max.bytes + this.#last.bytes;
  }

  buckets(grid: BucketGrid): CurveBuckets {
    return { min: this.#min.buckets(grid), max: this.#max.buckets(grid), last: this.#last.buckets(grid) };
  }
}

/** Results of a sweep as far as they came, in their order; columns of equal length. */
export interface SweepColumns {
  /** Numbers of the places in the space. */
  readonly places: Float64Array;
  /** By metric; NaN = undefined, or the run failed. */
  readonly metrics: Readonly<Record<string, Float64Array>>;
}

export const NO_RESULTS: SweepColumns = { places: new Float64Array(0), metrics: {} };

/** Room for results that grows twofold, so that what comes in thousands of pieces isn't copied thousands of times. */
export class GrowingColumns {
  #count = 0;
  #places = new Float64Array(256);
  readonly #metrics = new Map<string, Float64Array<ArrayBuffer>>();

  get count(): number {
    return this.#count;
  }

  /** Adds what came; metrics are the same every time. */
  append({ places, metrics }: SweepColumns): void {
    const end = this.#count + places.length;
    this.#places = grown(this.#places, end);
    this.#places.set(places, this.#count);
    for (const [id, values] of Object.entries(metrics)) {
      const column = grown(this.#metrics.get(id) ?? new Float64Array(256), end);
      column.set(values, this.#count);
      this.#metrics.set(id, column);
    }
    this.#count = end;
  }

  /** All so far; what comes later doesn't change it. */
  snapshot(): SweepColumns {
    const count = this.#count;
    return {
      places: this.#places.subarray(0, count),
      metrics: Object.fromEntries([...this.#metrics].map(([id, column]) => [id, column.subarray(0, count)])),
    };
  }
}

function grown(column: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (length <= column.length) return column;
  const larger = new Float64Array(Math.max(length, 2 * column.length));
  larger.set(column);
  return larger;
}

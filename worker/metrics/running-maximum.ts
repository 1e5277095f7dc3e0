/**
 * The highest of the latest values, for windows that end at the newest one and begin anywhere: every value comes
 * and goes once, however many windows overlap.
 *
 * Keeps only values that no later one exceeds, which therefore fall from the oldest to the newest.
 */
export class RunningMaximum {
  readonly #positions: number[] = [];
  readonly #values: number[] = [];

  /** @param position larger than all before */
  push(position: number, value: number): void {
    while ((this.#values.at(-1) ?? Number.NaN) <= value) {
      this.#values.pop();
      this.#positions.pop();
    }
    this.#values.push(value);
    this.#positions.push(position);
  }

  /** The highest value at this position or later; NaN where there is none. */
  since(position: number): number {
    let low = 0;
    let high = this.#positions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#positions[middle] as number) < position) low = middle + 1;
      else high = middle;
    }
    return this.#values[low] ?? Number.NaN;
  }
}

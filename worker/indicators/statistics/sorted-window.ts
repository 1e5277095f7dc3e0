/**
 * The last values of a column in order of size, as a sorted array: a value that comes moves those between its place and
 * the one that leaves. For short windows nothing is faster.
 */
export class SortedWindow {
  readonly #sorted: Float64Array;
  /** The same values by age, as a ring. */
  readonly #ring: Float64Array;
  #count = 0;
  #next = 0;

  /** @param length values that the window holds at most; the oldest one leaves when another comes */
  constructor(length: number) {
    this.#sorted = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
    this.#ring = new Float64Array(length);
  }

  /** Takes in a finite number. */
  push(value: number): void {
    const length = this.#ring.length;
    // Empty places hold infinity, so that filling one is an exchange too.
    if (this.#count === length) this.#exchange(this.#place(this.#ring[this.#next] as number), value);
    else this.#exchange(this.#count++, value);
    this.#ring[this.#next] = value;
    this.#next = this.#next + 1 === length ? 0 : this.#next + 1;
  }

  /** The value at a place in order of size, 0 = the smallest. */
  at(place: number): number {
    return this.#sorted[place] as number;
  }

  #exchange(leaving: number, coming: number): void {
    const sorted = this.#sorted;
    let place = leaving;
    while (place + 1 < sorted.length && (sorted[place + 1] as number) < coming) {
      sorted[place] = sorted[place + 1] as number;
      place++;
    }
    while (place > 0 && (sorted[place - 1] as number) > coming) {
      sorted[place] = sorted[place - 1] as number;
      place--;
    }
    sorted[place] = coming;
  }

  /** First place of a value that is inside. */
  #place(value: number): number {
    let low = 0;
    let high = this.#sorted.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

import type { PathSegment } from '#shared/domain/run-result.ts';

/**
 * The assumed way of the price through a bar: open → nearer extreme → other extreme → close; at equal distances
 * the low comes first. A walk stands at a price and moves towards the end of its current leg.
 */
export class BarPath {
  low = 0;
  high = 0;
  /** Where the walk ends. */
  close = 0;
  /** Where the walk stands now. */
  price = 0;
  /** 0 = towards the first extreme, 1 = towards the second, 2 = towards the close, 3 = at the end. */
  leg = 0;
  /** Still at the open: nothing has happened inside the bar. */
  atOpen = true;
  readonly #ends = new Float64Array(3);

  /** Puts the walk at the open of a bar. */
  start(open: number, high: number, low: number, close: number): void {
    this.low = low;
    this.high = high;
    this.close = close;
    this.price = open;
    this.leg = 0;
    this.atOpen = true;
    const highFirst = high - open < open - low;
    this.#ends[0] = highFirst ? high : low;
    this.#ends[1] = highFirst ? low : high;
    this.#ends[2] = close;
  }

  get isFinished(): boolean {
    return this.leg === 3;
  }

  /** Price at the end of the current leg. */
  get legEnd(): number {
    return this.#ends[this.leg] as number;
  }

  get segment(): PathSegment {
    if (this.atOpen) return 'open';
    switch (this.leg) {
      case 0:
        return 'to-first-extreme';
      case 1:
        return 'to-second-extreme';
      default:
        return 'to-close';
    }
  }

  /** Walks on to a price on the current leg. */
  moveTo(price: number): void {
    this.price = price;
    this.atOpen = false;
  }

  /** Walks to the end of the current leg and turns into the next. */
  finishLeg(): void {
    this.price = this.legEnd;
    this.atOpen = false;
    this.leg++;
  }

  /** True when the price is met between here and the end of the bar. */
  stillReaches(price: number): boolean {
    let lowest = this.price;
    let highest = this.price;
    for (let leg = this.leg; leg < 3; leg++) {
      const end = this.#ends[leg] as number;
      if (end < lowest) lowest = end;
      if (end > highest) highest = end;
    }
    return price >= lowest && price <= highest;
  }
}

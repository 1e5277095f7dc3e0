import type { BarIndex } from '#shared/domain/units.ts';

const BLOCK_BITS = 5;

/** The block in which a bar lies. */
export function blockOf(bar: BarIndex): number {
  return bar >>> BLOCK_BITS;
}

/** The first bar of a block. */
export function startOf(block: number): BarIndex {
  return block << BLOCK_BITS;
}

/** How low and how high prices went in each block of bars: enough to see that nothing in it can matter. */
export class PriceBlocks {
  /** Lowest and highest price of each block, one after the other. */
  readonly extremes: Float64Array;
  /** Over all bars. */
  readonly lowest: number;
  readonly highest: number;

  constructor(prices: Float64Array) {
    const blocks = blockOf(prices.length + startOf(1) - 1);
    this.extremes = new Float64Array(2 * blocks);
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let block = 0; block < blocks; block++) {
      const end = Math.min(startOf(block + 1), prices.length);
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let bar = startOf(block); bar < end; bar++) {
        const price = prices[bar] as number;
        if (price < low) low = price;
        if (price > high) high = price;
      }
      this.extremes[2 * block] = low;
      this.extremes[2 * block + 1] = high;
      if (low < lowest) lowest = low;
      if (high > highest) highest = high;
    }
    this.lowest = lowest;
    this.highest = highest;
  }
}

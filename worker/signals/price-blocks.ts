/** Bars of a block. */
export const BLOCK = 16;

/** How low and how high prices went in each block of bars: enough to see that nothing in it can matter. */
export class PriceBlocks {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Over all bars. */
  readonly lowest: number;
  readonly highest: number;

  constructor(prices: Float64Array) {
    const blocks = Math.ceil(prices.length / BLOCK);
    this.low = new Float64Array(blocks);
    this.high = new Float64Array(blocks);
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let block = 0; block < blocks; block++) {
      const end = Math.min((block + 1) * BLOCK, prices.length);
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let bar = block * BLOCK; bar < end; bar++) {
        const price = prices[bar] as number;
        if (price < low) low = price;
        if (price > high) high = price;
      }
      this.low[block] = low;
      this.high[block] = high;
      if (low < lowest) lowest = low;
      if (high > highest) highest = high;
    }
    this.lowest = lowest;
    this.highest = highest;
  }
}

import type { BarIndex } from '#shared/domain/units.ts';

const BLOCK_BITS = 5;

export interface Extremes {
  lowest: number;
  highest: number;
}

/** The lowest and the highest of all prices. */
export function extremesOf(prices: Float64Array): Extremes {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const price of prices) {
    if (price < lowest) lowest = price;
    if (price > highest) highest = price;
  }
  return { lowest, highest };
}

/** The block of 32 bars in which a bar lies. */
export function blockOf(bar: BarIndex): number {
  return bar >>> BLOCK_BITS;
}

/** The first bar of a block. */
export function startOf(block: number): BarIndex {
  return block << BLOCK_BITS;
}

/**
 * How far prices went in each block of bars: enough to see that nothing in it can matter.
 * @returns the lowest and the highest price of each block, one after the other
 */
export function blockExtremes(prices: Float64Array): Float64Array {
  const blocks = blockOf(prices.length + startOf(1) - 1);
  const extremes = new Float64Array(2 * blocks);
  for (let block = 0; block < blocks; block++) {
    const { lowest, highest } = extremesOf(prices.subarray(startOf(block), startOf(block + 1)));
    extremes[2 * block] = lowest;
    extremes[2 * block + 1] = highest;
  }
  return extremes;
}

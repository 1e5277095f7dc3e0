import { roundStep } from './axis.ts';

/** Values counted in boxes of equal width, zero at the border of two. */
export interface Histogram {
  /** Lower border of the first box. */
  start: number;
  step: number;
  counts: number[];
  /** How many values of the first and last box lie beyond it: rare extremes are gathered there. */
  beyond: { below: number; above: number };
}

const MOST_BOXES = 28;

/**
 * Boxes of a round width over the middle 96 % of the values; what lies further out is counted in the outermost
 * boxes, so that one enormous trade doesn't squeeze all the others into one box.
 *
 * @param values at least one, all finite
 */
export function histogram(values: Float64Array): Histogram {
  const sorted = values.toSorted();
  const spare = values.length < 50 ? 0 : Math.floor(values.length * 0.02);
  const low = Math.min(0, sorted[spare] as number);
  const high = Math.max(0, sorted[values.length - 1 - spare] as number);
  // Returns that differ by rounding noise only are all alike.
  const span = high - low > 1e-9 ? high - low : 0.01;
  const step = roundStep(span, MOST_BOXES - 2);
  const first = Math.floor(low / step);
  const boxes = Math.max(1, Math.floor(high / step) + 1 - first);
  const result: Histogram = {
    start: first * step,
    step,
    counts: new Array<number>(boxes).fill(0),
    beyond: { below: 0, above: 0 },
  };
  for (const value of values) {
    const box = Math.floor(value / step) - first;
    if (box < 0) result.beyond.below++;
    if (box >= boxes) result.beyond.above++;
    const inside = Math.min(boxes - 1, Math.max(0, box));
    result.counts[inside] = (result.counts[inside] ?? 0) + 1;
  }
  return result;
}

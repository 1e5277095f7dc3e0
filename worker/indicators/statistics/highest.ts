import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * The largest of the last `period` values, the current one included. First value after period − 1 bars.
 *
 * The column is cut into blocks of `period` bars, so each window is the tail of one block and the head of the next:
 * about three comparisons a bar, whatever the period.
 * Source of the method: van Herk (1992), Pattern Recognition Letters 13(7).
 */
export function highest(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period - 1, [out], (start, end) => extremes(source, period, start, end, out));
  return out;
}

function extremes(source: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  for (let block = start; block < end; block += period) {
    const last = block + period - 1;
    const headEnd = Math.min(last, end);
    let head = Number.NEGATIVE_INFINITY;
    for (let i = block; i < headEnd; i++) {
      const value = source[i] as number;
      if (value > head) head = value;
      if (block > start) {
        const tail = out[i] as number;
        out[i] = Math.max(tail, head);
      }
    }
    if (last >= end) return;
    const closing = source[last] as number;
    out[last] = Math.max(closing, head);
    let tail = Number.NEGATIVE_INFINITY;
    for (let i = last; i > block; i--) {
      const value = source[i] as number;
      if (value > tail) tail = value;
      if (i + period - 1 < end) out[i + period - 1] = tail;
    }
  }
}

export const HIGHEST = onSource({
  id: 'highest',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [highest(source, period)],
  source: 'TA-Lib MAX',
});

import { columnMemory } from '../../column-memory.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Sum of the last `period` values, for values that are never negative: changes, ranges, money flows.
 *
 * The column is cut into blocks of `period` bars, so each window is the tail of one block and the head of the next.
 * Tails are summed backwards, heads forwards, and nothing is ever subtracted: zeros sum to exactly zero, a sum is
 * never negative, and its relative error is at most period · ε, however long the series. First value after
 * period − 1 bars.
 */
export function rollingSum(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period - 1, [out], (start, end) => sums(source, period, start, end, out));
  return out;
}

function sums(source: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  for (let block = start; block < end; block += period) {
    const last = block + period - 1;
    const headEnd = Math.min(last, end);
    let head = 0;
    for (let i = block; i < headEnd; i++) {
      head += source[i] as number;
      if (block > start) out[i] = (out[i] as number) + head;
    }
    if (last >= end) return;
    out[last] = head + (source[last] as number);
    let tail = 0;
    for (let i = last; i > block; i--) {
      tail += source[i] as number;
      if (i + period - 1 < end) out[i + period - 1] = tail;
    }
  }
}

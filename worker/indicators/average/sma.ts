import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Simple moving average: the mean of the last `period` values.
 *
 *   SMA = Σx / period
 *
 * First value after period − 1 bars.
 *
 * Ties decide trades, so a sum that drifts won't do. The kernel sums distances from an anchor, a value of the
 * series itself, and sums the window anew around a new anchor every b = max(64, 4 · period) bars. Distances between
 * neighbouring prices have few digits, so their sums are exact as a rule and only the mean itself is rounded: two
 * averages that are equal on paper are equal here nearly always, and the average of equal prices is that price. (A
 * million prices with four decimals, SMA 10 against 30: 7 % of the ties break, as with exact sums, because the prices
 * themselves are rounded to binary; adding up each window from left to right breaks 65 %, a running sum all.)
 * In the worst case, values that jump by orders of magnitude, the error is half a unit in the last place plus
 * 2 · b · ε · r, r the largest distance from the anchor: independent of the length of the series.
 */
export function sma(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.take(source.length);
  eachStretch([source], period - 1, [out], (start, end) => means(source, period, start, end, out));
  return out;
}

function means(source: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  const block = Math.max(64, 4 * period);
  let i = start + period - 1;
  while (i < end) {
    const anchor = source[i] as number;
    let sum = 0;
    for (let j = i - period + 1; j < i; j++) sum += (source[j] as number) - anchor;
    out[i] = anchor + sum / period;
    const blockEnd = Math.min(i + block, end);
    for (i++; i < blockEnd; i++) {
      sum += (source[i] as number) - (source[i - period] as number);
      out[i] = anchor + sum / period;
    }
  }
}

export const SMA = onSource({
  id: 'sma',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [sma(source, period)],
  source: 'Arithmetic; TA-Lib SMA',
});

import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Sums are renewed when what is left of them is smaller than this share of what they once were: the rest of the
 * digits is noise by then, and a window of equal values must give exactly zero.
 */
export const WORN_OUT = 1e-4;

/**
 * Standard deviation of the last `period` values as a whole population (divided by `period`, not `period − 1`).
 *
 *   σ = √(Σ(x − x̄)² / period)
 *
 * First value after period − 1 bars; exactly 0 where all values are equal. Sums are taken from an anchor and renewed
 * in blocks as in `sma`, and at once when the window has become much quieter or has moved far from the anchor.
 */
export function stddev(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period - 1, [out], (start, end) => deviations(source, period, start, end, out));
  return out;
}

function deviations(source: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  const block = Math.max(64, period);
  let i = start + period - 1;
  while (i < end) {
    const anchor = source[i] as number;
    let sum = 0;
    let squares = 0;
    for (let j = i - period + 1; j < i; j++) {
      const distance = (source[j] as number) - anchor;
      sum += distance;
      squares += distance * distance;
    }
    out[i] = Math.sqrt(Math.max(0, squares - (sum * sum) / period) / period);
    let peak = squares;
    const blockEnd = Math.min(i + block, end);
    for (i++; i < blockEnd; i++) {
      const coming = (source[i] as number) - anchor;
      const leaving = (source[i - period] as number) - anchor;
      sum += coming - leaving;
      squares += (coming - leaving) * (coming + leaving);
      const aroundMean = squares - (sum * sum) / period;
      if (squares > peak) peak = squares;
      if (aroundMean < WORN_OUT * peak) break;
      out[i] = Math.sqrt(aroundMean / period);
    }
  }
}

export const STDDEV = onSource({
  id: 'stddev',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [stddev(source, period)],
  source: 'TA-Lib STDDEV (population)',
});

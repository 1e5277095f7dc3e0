import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Weighted moving average: the newest value weighs `period`, the oldest 1.
 *
 *   WMA = Σ k·xₖ / (period · (period + 1) / 2),  k = 1 (oldest) … period (newest)
 *
 * First value after period − 1 bars. Sums are taken from an anchor and renewed in blocks, as in `sma`.
 */
export function wma(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period - 1, [out], (start, end) => weightedMeans(source, period, start, end, out));
  return out;
}

function weightedMeans(source: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  const block = Math.max(64, 4 * period);
  const weights = (period * (period + 1)) / 2;
  let i = start + period - 1;
  while (i < end) {
    const anchor = source[i] as number;
    const oldest = i - period + 1;
    let sum = 0;
    let weighted = 0;
    for (let j = oldest; j < i; j++) {
      const distance = (source[j] as number) - anchor;
      sum += distance;
      weighted += (j - oldest + 1) * distance;
    }
    out[i] = anchor + weighted / weights;
    const blockEnd = Math.min(i + block, end);
    for (i++; i < blockEnd; i++) {
      const newest = source[i] as number;
      weighted += period * (newest - anchor) - sum;
      sum += newest - (source[i - period] as number);
      out[i] = anchor + weighted / weights;
    }
  }
}

export const WMA = onSource({
  id: 'wma',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [wma(source, period)],
  source: 'TA-Lib WMA',
});

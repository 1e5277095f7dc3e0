import { columnMemory } from '../../column-memory.ts';
import { onTwoSources, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { WORN_OUT } from './stddev.ts';

/**
 * Pearson's correlation of two columns over the last `period` bars, from −1 to 1.
 *
 *   r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²)
 *
 * First value after period − 1 bars; 0 where one of them doesn't vary. Sums are anchored and renewed as in `stddev`.
 */
export function correlation(first: Float64Array, second: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(first.length);
  eachStretch([first, second], period - 1, [out], (start, end) => correlate(first, second, period, start, end, out));
  return out;
}

function correlate(
  first: Float64Array,
  second: Float64Array,
  period: number,
  start: number,
  end: number,
  out: Float64Array,
): void {
  const block = Math.max(64, period);
  let i = start + period - 1;
  while (i < end) {
    const anchorX = first[i] as number;
    const anchorY = second[i] as number;
    let [sumX, sumY, squaresX, squaresY, products] = [0, 0, 0, 0, 0];
    for (let j = i - period + 1; j < i; j++) {
      const x = (first[j] as number) - anchorX;
      const y = (second[j] as number) - anchorY;
      sumX += x;
      sumY += y;
      squaresX += x * x;
      squaresY += y * y;
      products += x * y;
    }
    out[i] = ratio(
      squaresX - (sumX * sumX) / period,
      squaresY - (sumY * sumY) / period,
      products - (sumX * sumY) / period,
    );
    let peakX = squaresX;
    let peakY = squaresY;
    const blockEnd = Math.min(i + block, end);
    for (i++; i < blockEnd; i++) {
      const x = (first[i] as number) - anchorX;
      const y = (second[i] as number) - anchorY;
      const oldX = (first[i - period] as number) - anchorX;
      const oldY = (second[i - period] as number) - anchorY;
      sumX += x - oldX;
      sumY += y - oldY;
      squaresX += (x - oldX) * (x + oldX);
      squaresY += (y - oldY) * (y + oldY);
      products += x * y - oldX * oldY;
      const varianceX = squaresX - (sumX * sumX) / period;
      const varianceY = squaresY - (sumY * sumY) / period;
      if (squaresX > peakX) peakX = squaresX;
      if (squaresY > peakY) peakY = squaresY;
      if (varianceX < WORN_OUT * peakX || varianceY < WORN_OUT * peakY) break;
      out[i] = ratio(varianceX, varianceY, products - (sumX * sumY) / period);
    }
  }
}

function ratio(varianceX: number, varianceY: number, covariance: number): number {
  if (varianceX <= 0 || varianceY <= 0) return 0;
  const r = covariance / (Math.sqrt(varianceX) * Math.sqrt(varianceY));
  return r > 1 ? 1 : Math.max(r, -1);
}

export const CORRELATION = onTwoSources({
  id: 'correlation',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (first, second, period) => [correlation(first, second, period)],
  source: "Pearson's r; TA-Lib CORREL",
});

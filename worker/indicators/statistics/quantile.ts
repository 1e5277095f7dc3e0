import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Quantile of the last `period` values, interpolated between the two neighbours in order of size.
 *
 *   position = fraction · (period − 1), 0 = smallest value
 *
 * First value after period − 1 bars. The window is kept sorted: each bar costs one search for the value that leaves
 * and moves only those that lie between it and the one that comes.
 * @param fraction from 0 (lowest) to 1 (highest)
 */
export function quantile(source: Float64Array, period: number, fraction: number): Float64Array {
  const out = new Float64Array(source.length);
  const position = fraction * (period - 1);
  const below = Math.floor(position);
  const above = Math.ceil(position);
  eachStretch([source], period - 1, [out], (start, end) => {
    const sorted = source.slice(start, start + period).sort();
    for (let i = start + period - 1; i < end; i++) {
      if (i >= start + period) exchange(sorted, source[i - period] as number, source[i] as number);
      const lower = sorted[below] as number;
      out[i] = lower + (position - below) * ((sorted[above] as number) - lower);
    }
  });
  return out;
}

/** Takes one value out of a sorted array and puts another in. */
function exchange(sorted: Float64Array, leaving: number, coming: number): void {
  let place = firstNotBelow(sorted, leaving);
  while (place + 1 < sorted.length && (sorted[place + 1] as number) < coming) {
    sorted[place] = sorted[place + 1] as number;
    place++;
  }
  while (place > 0 && (sorted[place - 1] as number) > coming) {
    sorted[place] = sorted[place - 1] as number;
    place--;
  }
  sorted[place] = coming;
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const QUANTILE = onSource({
  id: 'quantile',
  params: [PERIOD, { name: 'fraction', integer: false, min: 0, max: 1 }],
  lookback: (period) => period - 1,
  compute: (source, period, fraction) => [quantile(source, period, fraction)],
  source: 'Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, definition 7 (NumPy, R, Excel)',
});

/** The middle one of the last `period` values; the mean of the middle two where their number is even. */
export const MEDIAN = onSource({
  id: 'median',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [quantile(source, period, 0.5)],
  source: 'Order statistics',
});

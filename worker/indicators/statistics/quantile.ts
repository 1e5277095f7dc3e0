import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { OrderedWindow } from './ordered-window.ts';
import { SortedWindow } from './sorted-window.ts';

/** From this period on a tree is faster than a sorted array. */
const LONG = 700;

/**
 * Quantile of the last `period` values, interpolated between the two neighbours in order of size.
 *
 *   position = fraction · (period − 1), 0 = smallest value
 *
 * First value after period − 1 bars. The window is kept in order, so long periods take little more time than short ones.
 * @param fraction from 0 (lowest) to 1 (highest)
 */
export function quantile(source: Float64Array, period: number, fraction: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  const position = fraction * (period - 1);
  const below = Math.floor(position);
  const above = Math.ceil(position);
  eachStretch([source], period - 1, [out], (start, end) => {
    const window = period < LONG ? new SortedWindow(period) : new OrderedWindow(period);
    for (let i = start; i < end; i++) {
      window.push(source[i] as number);
      if (i < start + period - 1) continue;
      const lower = window.at(below);
      out[i] = above === below ? lower : lower + (position - below) * (window.at(above) - lower);
    }
  });
  return out;
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

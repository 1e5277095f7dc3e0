import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Exponential moving average, seeded with the mean of the first `period` values.
 *
 *   EMA = EMA₋₁ + 2 / (period + 1) · (x − EMA₋₁)
 *
 * First value after period − 1 bars.
 */
export function ema(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.take(source.length);
  eachStretch([source], period - 1, [out], (start, end) => smooth(source, period, 2 / (period + 1), start, end, out));
  return out;
}

/**
 * Exponential smoothing of `source[start … end − 1]`, seeded with the mean of its first `period` values; writes
 * from `start + period − 1` on. In this form (previous value plus a step) equal inputs stay exactly equal.
 * @param step share of the distance to the new value that is covered at each bar
 */
export function smooth(
  source: Float64Array,
  period: number,
  step: number,
  start: number,
  end: number,
  out: Float64Array,
): void {
  const first = source[start] as number;
  let distance = 0;
  for (let i = start + 1; i < start + period; i++) distance += (source[i] as number) - first;
  let average = first + distance / period;
  out[start + period - 1] = average;
  for (let i = start + period; i < end; i++) {
    average += step * ((source[i] as number) - average);
    out[i] = average;
  }
}

export const EMA = onSource({
  id: 'ema',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [ema(source, period)],
  source: 'TA-Lib EMA (seed: SMA)',
});

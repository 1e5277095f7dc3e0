import { sma } from '../average/sma.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { stddev } from './stddev.ts';

/**
 * How many standard deviations the value lies from the mean of the last `period` values, itself included.
 *
 *   z = (x − x̄) / σ, σ of the population
 *
 * First value after period − 1 bars; 0 where all values of the window are equal.
 */
export function zscore(source: Float64Array, period: number): Float64Array {
  const means = sma(source, period);
  const out = stddev(source, period);
  for (let i = 0; i < out.length; i++) {
    const deviation = out[i] as number;
    out[i] = deviation === 0 ? 0 : ((source[i] as number) - (means[i] as number)) / deviation;
  }
  return out;
}

export const ZSCORE = onSource({
  id: 'zscore',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [zscore(source, period)],
  source: 'Standard score',
});

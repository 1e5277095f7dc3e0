import { columnMemory } from '../../column-memory.ts';
import { sma } from '../average/sma.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { stddev } from '../statistics/stddev.ts';
import type { Channel } from './channel.ts';

/**
 * Bollinger bands: a moving average, and lines some standard deviations above and below it.
 *
 *   middle = SMA(x);  upper, lower = middle ± deviations · σ, σ of the population
 *
 * First values after period − 1 bars.
 */
export function bbands(source: Float64Array, period: number, deviations: number): Channel {
  const middle = sma(source, period);
  const upper = stddev(source, period);
  const lower = columnMemory.takeZeros(source.length);
  for (let i = 0; i < middle.length; i++) {
    const centre = middle[i] as number;
    const width = deviations * (upper[i] as number);
    upper[i] = centre + width;
    lower[i] = centre - width;
  }
  return { upper, middle, lower };
}

export const BBANDS = onSource({
  id: 'bbands',
  params: [
    { ...PERIOD, default: 20 },
    { name: 'deviations', default: 2, integer: false, min: 0 },
  ],
  outputs: ['upper', 'middle', 'lower'],
  lookback: (period) => period - 1,
  compute(source, period, deviations) {
    const { upper, middle, lower } = bbands(source, period, deviations);
    return [upper, middle, lower];
  },
  source: 'Bollinger (2001), Bollinger on Bollinger Bands; TA-Lib BBANDS',
});

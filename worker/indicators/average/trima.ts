import { onSource, PERIOD } from '../indicator.ts';
import { sma } from './sma.ts';

/**
 * Triangular moving average: the values in the middle of the window weigh most; an average of an average.
 *
 *   TRIMA = SMA(SMA(x, ⌈period / 2⌉), ⌊period / 2⌋ + 1)
 *
 * First value after period − 1 bars.
 */
export function trima(source: Float64Array, period: number): Float64Array {
  return sma(sma(source, Math.ceil(period / 2)), Math.floor(period / 2) + 1);
}

export const TRIMA = onSource({
  id: 'trima',
  params: [PERIOD],
  lookback: (period) => period - 1,
  compute: (source, period) => [trima(source, period)],
  source: 'TA-Lib TRIMA',
});

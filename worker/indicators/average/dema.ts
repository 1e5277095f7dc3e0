import { onSource, PERIOD } from '../indicator.ts';
import { ema } from './ema.ts';

/**
 * Double exponential moving average: an EMA with most of its lag taken out.
 *
 *   DEMA = 2·EMA(x) − EMA(EMA(x))
 *
 * First value after 2 · (period − 1) bars.
 */
export function dema(source: Float64Array, period: number): Float64Array {
  const once = ema(source, period);
  const twice = ema(once, period);
  for (let i = 0; i < twice.length; i++) twice[i] = 2 * (once[i] as number) - (twice[i] as number);
  return twice;
}

export const DEMA = onSource({
  id: 'dema',
  params: [PERIOD],
  lookback: (period) => 2 * (period - 1),
  compute: (source, period) => [dema(source, period)],
  source: 'Mulloy (1994), Smoothing Data with Faster Moving Averages, Stocks & Commodities 12(1); TA-Lib DEMA',
});

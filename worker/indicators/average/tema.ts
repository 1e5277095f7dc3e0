import { onSource, PERIOD } from '../indicator.ts';
import { ema } from './ema.ts';

/**
 * Triple exponential moving average.
 *
 *   TEMA = 3·EMA(x) − 3·EMA(EMA(x)) + EMA(EMA(EMA(x)))
 *
 * First value after 3 · (period − 1) bars.
 */
export function tema(source: Float64Array, period: number): Float64Array {
  const once = ema(source, period);
  const twice = ema(once, period);
  const thrice = ema(twice, period);
  for (let i = 0; i < thrice.length; i++) {
    thrice[i] = 3 * ((once[i] as number) - (twice[i] as number)) + (thrice[i] as number);
  }
  return thrice;
}

export const TEMA = onSource({
  id: 'tema',
  params: [PERIOD],
  lookback: (period) => 3 * (period - 1),
  compute: (source, period) => [tema(source, period)],
  source: 'Mulloy (1994), Smoothing Data with Less Lag, Stocks & Commodities 12(2); TA-Lib TEMA',
});

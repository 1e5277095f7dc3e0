import { ema } from '../average/ema.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { roc } from './roc.ts';

/**
 * One-bar rate of change of a triple exponential average, in percent.
 *
 *   TRIX = ROC(EMA(EMA(EMA(x))), 1)
 *
 * First value after 3 · (period − 1) + 1 bars.
 */
export function trix(source: Float64Array, period: number): Float64Array {
  return roc(ema(ema(ema(source, period), period), period), 1);
}

export const TRIX = onSource({
  id: 'trix',
  params: [{ ...PERIOD, default: 15 }],
  lookback: (period) => 3 * (period - 1) + 1,
  compute: (source, period) => [trix(source, period)],
  source: 'Hutson (1983), Good TRIX, Stocks & Commodities 1(5); TA-Lib TRIX',
});

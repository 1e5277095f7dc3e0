import type { BarColumns } from '#shared/domain/bars.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { placeInRange } from './stoch.ts';

/**
 * Williams' %R: where the close lies in the range of the last `period` bars, −100 (lowest) … 0 (highest).
 *
 *   %R = −100 · (highest high − close) / (highest high − lowest low)
 *
 * First value after period − 1 bars; −50 where there is no range (TA-Lib: 0).
 */
export function willr(bars: BarColumns, period: number): Float64Array {
  const out = placeInRange(bars.close, bars.high, bars.low, period);
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) - 100;
  return out;
}

export const WILLR = onBars({
  id: 'willr',
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period) => period - 1,
  compute: (bars, period) => [willr(bars, period)],
  source: 'Williams (1979), How I Made One Million Dollars; TA-Lib WILLR',
});

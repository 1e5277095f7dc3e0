import type { BarColumns } from '#shared/domain/bars.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { atr } from './atr.ts';

/**
 * Normalised average true range, in percent of the close.
 *
 *   NATR = 100 · ATR / close
 *
 * First value after `period` bars; 0 where the close is 0.
 */
export function natr(bars: BarColumns, period: number): Float64Array {
  const out = atr(bars, period);
  eachStretch([out], 0, [], (start, end) => {
    for (let i = start; i < end; i++) {
      const close = bars.close[i] as number;
      out[i] = close === 0 ? 0 : (100 * (out[i] as number)) / close;
    }
  });
  return out;
}

export const NATR = onBars({
  id: 'natr',
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period) => period,
  compute: (bars, period) => [natr(bars, period)],
  source: 'Forman (2006), Cross-Market Evaluations with Normalized ATR, Stocks & Commodities 24(5); TA-Lib NATR',
});

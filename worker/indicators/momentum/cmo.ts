import { onSource, PERIOD } from '../indicator.ts';
import { rsi } from './rsi.ts';

/**
 * Chande momentum oscillator, −100 … 100, with Wilder's smoothing of gains G and losses L as in `rsi`.
 *
 *   CMO = 100 · (G − L) / (G + L) = 2 · RSI − 100
 *
 * First value after `period` bars; 0 where nothing has moved. (Chande's own text takes plain sums.)
 */
export function cmo(source: Float64Array, period: number): Float64Array {
  const out = rsi(source, period);
  for (let i = 0; i < out.length; i++) out[i] = 2 * (out[i] as number) - 100;
  return out;
}

export const CMO = onSource({
  id: 'cmo',
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period) => period,
  compute: (source, period) => [cmo(source, period)],
  source: 'Chande & Kroll (1994), The New Technical Trader; TA-Lib CMO',
});

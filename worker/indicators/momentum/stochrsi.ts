import { onSource, PERIOD } from '../indicator.ts';
import { rsi } from './rsi.ts';
import { placeInRange, type StochColumns, smoothed } from './stoch.ts';

/** While prices rest the RSI rests too, but for its last digits, which must not be blown up to 0 … 100. */
const ROUNDING = 1e-10;

/**
 * Stochastic oscillator of the RSI, 0 … 100.
 *
 *   k = 100 · (RSI − lowest RSI) / (highest RSI − lowest RSI) over kPeriod bars;  d = SMA(k, dPeriod)
 *
 * First values after period + kPeriod + dPeriod − 2 bars, both together; k is 50 where the RSI hasn't moved.
 */
export function stochrsi(source: Float64Array, period: number, kPeriod: number, dPeriod: number): StochColumns {
  const strength = rsi(source, period);
  return smoothed(placeInRange(strength, strength, strength, kPeriod, ROUNDING), 1, dPeriod);
}

export const STOCHRSI = onSource({
  id: 'stochrsi',
  params: [
    { ...PERIOD, default: 14 },
    { ...PERIOD, name: 'kPeriod', default: 14 },
    { ...PERIOD, name: 'dPeriod', default: 3 },
  ],
  outputs: ['k', 'd'],
  lookback: (period, kPeriod, dPeriod) => period + kPeriod + dPeriod - 2,
  compute(source, period, kPeriod, dPeriod) {
    const { k, d } = stochrsi(source, period, kPeriod, dPeriod);
    return [k, d];
  },
  source: 'Chande & Kroll (1994), The New Technical Trader; TA-Lib STOCHRSI',
});

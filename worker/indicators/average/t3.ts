import { onSource, PERIOD } from '../indicator.ts';
import { ema } from './ema.ts';

/**
 * Tillson's T3: a smooth average with little lag, made of six exponential averages in a row e₁ … e₆.
 *
 *   T3 = −v³·e₆ + 3(v² + v³)·e₅ − (6v² + 3v + 3v³)·e₄ + (1 + 3v + 3v² + v³)·e₃
 *
 * `volumeFactor` v: 0 gives a plain triple smoothing, 1 a lively one. First value after 6 · (period − 1) bars.
 */
export function t3(source: Float64Array, period: number, volumeFactor: number): Float64Array {
  const v = volumeFactor;
  const e3 = ema(ema(ema(source, period), period), period);
  const e4 = ema(e3, period);
  const e5 = ema(e4, period);
  const out = ema(e5, period);
  const c6 = -v * v * v;
  const c5 = 3 * (v * v + v * v * v);
  const c4 = -(6 * v * v + 3 * v + 3 * v * v * v);
  for (let i = 0; i < out.length; i++) {
    // The four weights add up to one: as distances from e₃, equal inputs give exactly that value.
    const base = e3[i] as number;
    out[i] =
      base + c6 * ((out[i] as number) - base) + c5 * ((e5[i] as number) - base) + c4 * ((e4[i] as number) - base);
  }
  return out;
}

export const T3 = onSource({
  id: 't3',
  params: [
    { ...PERIOD, default: 5 },
    { name: 'volumeFactor', default: 0.7, integer: false, min: 0, max: 1 },
  ],
  lookback: (period) => 6 * (period - 1),
  compute: (source, period, volumeFactor) => [t3(source, period, volumeFactor)],
  source: 'Tillson (1998), Smoothing Techniques for More Accurate Signals, Stocks & Commodities 16(1); TA-Lib T3',
});

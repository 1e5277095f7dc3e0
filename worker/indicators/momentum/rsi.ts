import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Relative strength index, 0 … 100.
 *
 *   RSI = 100 · G / (G + L)
 *
 * G and L are the averages of gains and of losses (both positive) from bar to bar, in Wilder's smoothing
 * (G = G₋₁ + (gain − G₋₁) / period), seeded with the mean of the first `period` changes. First value after
 * `period` bars. Where nothing has moved it is 50, neither overbought nor oversold (TA-Lib says 0, TradingView 100).
 */
export function rsi(source: Float64Array, period: number): Float64Array {
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period, [out], (start, end) => strengths(source, period, start, end, out));
  return out;
}

function strengths(source: Float64Array, period: number, start: number, end: number, out: Float64Array): void {
  const seedEnd = start + period;
  let previous = source[start] as number;
  let gains = 0;
  let losses = 0;
  for (let i = start + 1; i <= seedEnd; i++) {
    const value = source[i] as number;
    if (value > previous) gains += value - previous;
    else losses += previous - value;
    previous = value;
  }
  gains /= period;
  losses /= period;
  out[seedEnd] = gains + losses === 0 ? 50 : (100 * gains) / (gains + losses);
  const keep = (period - 1) / period;
  // Half of (change ± |change|), the gain and the loss without a branch that can't be predicted.
  const half = 0.5 / period;
  for (let i = seedEnd + 1; i < end; i++) {
    const value = source[i] as number;
    const change = value - previous;
    const size = Math.abs(change);
    gains = gains * keep + (size + change) * half;
    losses = losses * keep + (size - change) * half;
    const sum = gains + losses;
    out[i] = sum === 0 ? 50 : (100 * gains) / sum;
    previous = value;
  }
}

export const RSI = onSource({
  id: 'rsi',
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period) => period,
  compute: (source, period) => [rsi(source, period)],
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; TA-Lib RSI',
});

import { ema } from '../average/ema.ts';
import { onSource, PERIOD } from '../indicator.ts';

/**
 * Percentage price oscillator: the distance of two exponential averages in percent of the slower one.
 *
 *   PPO = 100 · (EMA(x, fast) − EMA(x, slow)) / EMA(x, slow)
 *
 * First value after max(fast, slow) − 1 bars; 0 where the slower average is 0. Each average is seeded with the
 * first values of the series, other than in `macd`.
 */
export function ppo(source: Float64Array, fast: number, slow: number): Float64Array {
  const out = ema(source, fast);
  const bases = ema(source, slow);
  for (let i = 0; i < out.length; i++) {
    const base = bases[i] as number;
    const distance = (out[i] as number) - base;
    out[i] = base === 0 ? 0 : (100 * distance) / base;
  }
  return out;
}

export const PPO = onSource({
  id: 'ppo',
  params: [
    { ...PERIOD, name: 'fast', default: 12 },
    { ...PERIOD, name: 'slow', default: 26 },
  ],
  lookback: (fast, slow) => Math.max(fast, slow) - 1,
  compute: (source, fast, slow) => [ppo(source, fast, slow)],
  source: 'TA-Lib PPO (exponential averages)',
});

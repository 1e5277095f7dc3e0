import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { ad } from './ad.ts';

/**
 * Chaikin oscillator: momentum of the accumulation/distribution line.
 *
 *   ADOSC = E(AD, fast) − E(AD, slow)
 *
 * E is an exponential average seeded with the first value alone. First value after max(fast, slow) − 1 bars.
 */
export function adosc(bars: BarColumns, fast: number, slow: number): Float64Array {
  const line = ad(bars);
  const out = columnMemory.takeZeros(line.length);
  const lookback = Math.max(fast, slow) - 1;
  eachStretch([line], lookback, [out], (start, end) => {
    let quick = line[start] as number;
    let steady = quick;
    out[start + lookback] = 0;
    for (let i = start + 1; i < end; i++) {
      const value = line[i] as number;
      quick += (2 / (fast + 1)) * (value - quick);
      steady += (2 / (slow + 1)) * (value - steady);
      if (i >= start + lookback) out[i] = quick - steady;
    }
  });
  return out;
}

export const ADOSC = onBars({
  id: 'adosc',
  params: [
    { ...PERIOD, name: 'fast', default: 3 },
    { ...PERIOD, name: 'slow', default: 10 },
  ],
  lookback: (fast, slow) => Math.max(fast, slow) - 1,
  compute: (bars, fast, slow) => [adosc(bars, fast, slow)],
  source: 'Marc Chaikin; TA-Lib ADOSC',
});

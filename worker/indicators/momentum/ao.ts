import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { sma } from '../average/sma.ts';
import { onBars, PERIOD } from '../indicator.ts';

/**
 * Awesome oscillator: momentum of the middle of the bars.
 *
 *   AO = SMA(m, fast) − SMA(m, slow),  m = (high + low) / 2
 *
 * First value after max(fast, slow) − 1 bars.
 */
export function ao({ high, low }: BarColumns, fast: number, slow: number): Float64Array {
  const middles = columnMemory.takeZeros(high.length);
  for (let i = 0; i < middles.length; i++) middles[i] = ((high[i] as number) + (low[i] as number)) / 2;
  const out = sma(middles, fast);
  const slower = sma(middles, slow);
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) - (slower[i] as number);
  return out;
}

export const AO = onBars({
  id: 'ao',
  params: [
    { ...PERIOD, name: 'fast', default: 5 },
    { ...PERIOD, name: 'slow', default: 34 },
  ],
  lookback: (fast, slow) => Math.max(fast, slow) - 1,
  compute: (bars, fast, slow) => [ao(bars, fast, slow)],
  source: 'Williams (1998), New Trading Dimensions',
});

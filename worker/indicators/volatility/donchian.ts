import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { highest } from '../statistics/highest.ts';
import { lowest } from '../statistics/lowest.ts';
import { alignStarts } from '../stretch.ts';
import type { Channel } from './channel.ts';

/**
 * Donchian channel: the highest high and the lowest low of the last `period` bars, and the middle of the two.
 *
 * The current bar is inside the window, so a close can't lie outside the channel: compare it with the channel of
 * the bar before. First values after period − 1 bars.
 */
export function donchian({ high, low }: BarColumns, period: number): Channel {
  const upper = highest(high, period);
  const lower = lowest(low, period);
  const middle = columnMemory.takeZeros(upper.length);
  for (let i = 0; i < middle.length; i++) middle[i] = ((upper[i] as number) + (lower[i] as number)) / 2;
  alignStarts([upper, middle, lower]);
  return { upper, middle, lower };
}

export const DONCHIAN = onBars({
  id: 'donchian',
  params: [{ ...PERIOD, default: 20 }],
  outputs: ['upper', 'middle', 'lower'],
  lookback: (period) => period - 1,
  compute(bars, period) {
    const { upper, middle, lower } = donchian(bars, period);
    return [upper, middle, lower];
  },
  source: "Donchian's four-week rule (1960)",
});

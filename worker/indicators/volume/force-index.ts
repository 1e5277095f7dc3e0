import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { ema } from '../average/ema.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Elder's force index: how far the price moved, times the volume that moved it, smoothed.
 *
 *   FI = EMA((close − close₋₁) · volume, period)
 *
 * First value after `period` bars.
 */
export function forceIndex({ close, volume }: BarColumns, period: number): Float64Array {
  const force = columnMemory.takeZeros(close.length);
  eachStretch([close, volume], 1, [force], (start, end) => {
    for (let i = start + 1; i < end; i++) {
      force[i] = ((close[i] as number) - (close[i - 1] as number)) * (volume[i] as number);
    }
  });
  return ema(force, period);
}

export const FORCE_INDEX = onBars({
  id: 'forceIndex',
  params: [{ ...PERIOD, default: 13 }],
  lookback: (period) => period,
  compute: (bars, period) => [forceIndex(bars, period)],
  source: 'Elder (1993), Trading for a Living',
});

import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * On-balance volume: volume added on rising closes and taken away on falling ones, beginning with the first bar's.
 *
 *   OBV = OBV₋₁ + sign(close − close₋₁) · volume
 *
 * A value on every bar that has a volume.
 */
export function obv({ close, volume }: BarColumns): Float64Array {
  const out = columnMemory.takeZeros(close.length);
  eachStretch([close, volume], 0, [out], (start, end) => {
    let balance = volume[start] as number;
    out[start] = balance;
    for (let i = start + 1; i < end; i++) {
      balance += Math.sign((close[i] as number) - (close[i - 1] as number)) * (volume[i] as number);
      out[i] = balance;
    }
  });
  return out;
}

export const OBV = onBars({
  id: 'obv',
  params: [],
  lookback: () => 0,
  compute: (bars) => [obv(bars)],
  source: 'Granville (1963), New Key to Stock Market Profits; TA-Lib OBV',
});

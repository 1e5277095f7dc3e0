import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Accumulation/distribution line: volume weighted by where the bar closed in its range.
 *
 *   AD = AD₋₁ + volume · ((close − low) − (high − close)) / (high − low)
 *
 * A value on every bar that has a volume; a bar without range adds nothing.
 */
export function ad({ high, low, close, volume }: BarColumns): Float64Array {
  const out = columnMemory.takeZeros(close.length);
  eachStretch([high, low, close, volume], 0, [out], (start, end) => {
    let line = 0;
    for (let i = start; i < end; i++) {
      const top = high[i] as number;
      const bottom = low[i] as number;
      const last = close[i] as number;
      const range = top - bottom;
      if (range > 0) line += ((last - bottom - (top - last)) / range) * (volume[i] as number);
      out[i] = line;
    }
  });
  return out;
}

export const AD = onBars({
  id: 'ad',
  params: [],
  lookback: () => 0,
  compute: (bars) => [ad(bars)],
  source: 'Marc Chaikin; TA-Lib AD',
});

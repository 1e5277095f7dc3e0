import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { ema } from '../average/ema.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { alignStarts } from '../stretch.ts';
import { atr } from './atr.ts';
import type { Channel } from './channel.ts';

/**
 * Keltner channel: an exponential average of the close, and lines some average true ranges above and below it.
 *
 *   middle = EMA(close, period);  upper, lower = middle ± multiplier · ATR(atrPeriod)
 *
 * First values after max(period − 1, atrPeriod) bars, all three together.
 */
export function keltner(bars: BarColumns, period: number, multiplier: number, atrPeriod: number): Channel {
  const middle = ema(bars.close, period);
  const upper = atr(bars, atrPeriod);
  const lower = columnMemory.takeZeros(middle.length);
  for (let i = 0; i < middle.length; i++) {
    const centre = middle[i] as number;
    const width = multiplier * (upper[i] as number);
    upper[i] = centre + width;
    lower[i] = centre - width;
  }
  alignStarts([upper, middle, lower]);
  return { upper, middle, lower };
}

export const KELTNER = onBars({
  id: 'keltner',
  params: [
    { ...PERIOD, default: 20 },
    { name: 'multiplier', default: 2, integer: false, min: 0 },
    { ...PERIOD, name: 'atrPeriod', default: 10 },
  ],
  outputs: ['upper', 'middle', 'lower'],
  lookback: (period, _multiplier, atrPeriod) => Math.max(period - 1, atrPeriod),
  compute(bars, period, multiplier, atrPeriod) {
    const { upper, middle, lower } = keltner(bars, period, multiplier, atrPeriod);
    return [upper, middle, lower];
  },
  source: "Keltner (1960), How to Make Money in Commodities, in Raschke's form with EMA and ATR",
});

import type { BarColumns } from '#shared/domain/bars.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { highest } from '../statistics/highest.ts';
import { lowest } from '../statistics/lowest.ts';
import { atr } from '../volatility/atr.ts';

/**
 * Chandelier exits: stops that hang some average true ranges from the extremes of the last bars.
 *
 *   long = highest high − multiplier · ATR;  short = lowest low + multiplier · ATR, all over `period` bars
 *
 * First values after `period` bars.
 */
export function chandelierExit(bars: BarColumns, period: number, multiplier: number): ChandelierColumns {
  const ranges = atr(bars, period);
  const long = highest(bars.high, period);
  const short = lowest(bars.low, period);
  for (let i = 0; i < ranges.length; i++) {
    const distance = multiplier * (ranges[i] as number);
    long[i] = (long[i] as number) - distance;
    short[i] = (short[i] as number) + distance;
  }
  return { long, short };
}

export interface ChandelierColumns {
  long: Float64Array;
  short: Float64Array;
}

export const CHANDELIER_EXIT = onBars({
  id: 'chandelierExit',
  params: [
    { ...PERIOD, default: 22 },
    { name: 'multiplier', default: 3, integer: false, min: 0 },
  ],
  outputs: ['long', 'short'],
  lookback: (period) => period,
  compute(bars, period, multiplier) {
    const { long, short } = chandelierExit(bars, period, multiplier);
    return [long, short];
  },
  source: 'LeBeau, in Elder (2002), Come Into My Trading Room',
});

import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { typicalPrice } from './typical-price.ts';

const DAY = 86_400_000;

/**
 * Volume-weighted average price since the beginning of the day (UTC).
 *
 *   VWAP = Σ tp · volume / Σ volume,  tp = (high + low + close) / 3
 *
 * A value on every bar that has a volume; as long as nothing was traded on a day it is the bar's tp. On daily or
 * longer bars each bar is a day of its own.
 */
export function vwap(bars: BarColumns): Float64Array {
  const prices = typicalPrice(bars);
  const { time, volume } = bars;
  const out = columnMemory.takeZeros(prices.length);
  eachStretch([prices, volume], 0, [out], (start, end) => {
    let day = Number.NaN;
    let value = 0;
    let traded = 0;
    for (let i = start; i < end; i++) {
      const today = Math.floor((time[i] as number) / DAY);
      if (today !== day) {
        day = today;
        value = 0;
        traded = 0;
      }
      const price = prices[i] as number;
      value += price * (volume[i] as number);
      traded += volume[i] as number;
      out[i] = traded > 0 ? value / traded : price;
    }
  });
  return out;
}

export const VWAP = onBars({
  id: 'vwap',
  params: [],
  lookback: () => 0,
  compute: (bars) => [vwap(bars)],
  source: 'Berkowitz, Logue & Noser (1988), The Total Cost of Transactions on the NYSE, J. Finance 43(1)',
});

import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { rollingSum } from '../statistics/rolling-sum.ts';
import { eachStretch } from '../stretch.ts';
import { typicalPrice } from './typical-price.ts';

/**
 * Money flow index, 0 … 100: the RSI's idea with volume.
 *
 *   MFI = 100 · P / (P + N)
 *
 * P and N are the sums of tp · volume over the last `period` bars on which the typical price tp = (high + low +
 * close) / 3 rose, and fell. First value after `period` bars; 50 where no money flowed (TA-Lib: 0).
 */
export function mfi(bars: BarColumns, period: number): Float64Array {
  const prices = typicalPrice(bars);
  const rising = columnMemory.takeZeros(prices.length);
  const falling = columnMemory.takeZeros(prices.length);
  eachStretch([prices, bars.volume], 1, [rising, falling], (start, end) => {
    for (let i = start + 1; i < end; i++) {
      const price = prices[i] as number;
      const change = price - (prices[i - 1] as number);
      const flow = price * (bars.volume[i] as number);
      rising[i] = change > 0 ? flow : 0;
      falling[i] = change < 0 ? flow : 0;
    }
  });
  const out = rollingSum(rising, period);
  const outflow = rollingSum(falling, period);
  for (let i = 0; i < out.length; i++) {
    const inflow = out[i] as number;
    const flow = inflow + (outflow[i] as number);
    out[i] = flow === 0 ? 50 : (100 * inflow) / flow;
  }
  return out;
}

export const MFI = onBars({
  id: 'mfi',
  params: [{ ...PERIOD, default: 14 }],
  lookback: (period) => period,
  compute: (bars, period) => [mfi(bars, period)],
  source: 'Quong & Soudack (1989), Volume-Weighted RSI: Money Flow, Stocks & Commodities 7(3); TA-Lib MFI',
});

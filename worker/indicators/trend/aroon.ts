import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { alignStarts, eachStretch } from '../stretch.ts';

/**
 * Aroon: how recent the highest high and the lowest low of the last `period + 1` bars are, 0 … 100.
 *
 *   up = 100 · (period − bars since the highest high) / period;  down likewise for the lowest low
 *
 * Of equal highs the latest counts. First values after `period` bars.
 */
export function aroon({ high, low }: BarColumns, period: number): AroonColumns {
  const up = freshness(high, period, 1);
  const down = freshness(low, period, -1);
  alignStarts([up, down]);
  return { up, down };
}

export interface AroonColumns {
  up: Float64Array;
  down: Float64Array;
}

/**
 * @param sign 1 looks for the highest value, −1 for the lowest
 */
function freshness(values: Float64Array, period: number, sign: 1 | -1): Float64Array {
  const out = columnMemory.takeZeros(values.length);
  // Bars that may still be the extreme, oldest first and most extreme first: later, better ones drive out the rest.
  const candidates = new Int32Array(values.length);
  eachStretch([values], period, [out], (start, end) => {
    let head = 0;
    let tail = 0;
    for (let i = start; i < end; i++) {
      const value = sign * (values[i] as number);
      while (tail > head && sign * (values[candidates[tail - 1] as number] as number) <= value) tail--;
      candidates[tail++] = i;
      if ((candidates[head] as number) < i - period) head++;
      if (i >= start + period) out[i] = (100 * (period - (i - (candidates[head] as number)))) / period;
    }
  });
  return out;
}

export const AROON = onBars({
  id: 'aroon',
  params: [{ ...PERIOD, default: 14 }],
  outputs: ['up', 'down'],
  lookback: (period) => period,
  compute(bars, period) {
    const { up, down } = aroon(bars, period);
    return [up, down];
  },
  source: 'Chande (1995), The Time Price Oscillator, Stocks & Commodities 13(9); TA-Lib AROON',
});

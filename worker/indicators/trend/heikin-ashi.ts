import { heikinashi } from 'technicalindicators';
import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Heikin-Ashi ("average bar"): bars that are smoothed by those before them.
 *
 *   close = (open + high + low + close) / 4
 *   open = (open₋₁ + close₋₁) / 2 of the smoothed bar before; at first (open + close) / 2
 *   high = max(high, open, close), low = min(low, open, close), open and close being the smoothed ones
 *
 * A value on every bar. The first one keeps its own high and low. None of these is a price that could be traded at.
 */
export function heikinAshi({ open, high, low, close }: BarColumns): HeikinAshiColumns {
  const columns = {
    open: columnMemory.takeZeros(close.length),
    high: columnMemory.takeZeros(close.length),
    low: columnMemory.takeZeros(close.length),
    close: columnMemory.takeZeros(close.length),
  };
  eachStretch([open, high, low, close], 0, Object.values(columns), (start, end) => {
    const part = (column: Float64Array) => Array.from(column.subarray(start, end));
    const smoothed = heikinashi({ open: part(open), high: part(high), low: part(low), close: part(close) });
    columns.open.set(smoothed.open ?? [], start);
    columns.high.set(smoothed.high ?? [], start);
    columns.low.set(smoothed.low ?? [], start);
    columns.close.set(smoothed.close ?? [], start);
  });
  return columns;
}

export interface HeikinAshiColumns {
  open: Float64Array;
  high: Float64Array;
  low: Float64Array;
  close: Float64Array;
}

export const HEIKIN_ASHI = onBars({
  id: 'heikinAshi',
  params: [],
  outputs: ['open', 'high', 'low', 'close'],
  lookback: () => 0,
  compute(bars) {
    const { open, high, low, close } = heikinAshi(bars);
    return [open, high, low, close];
  },
  source: 'Valcu (2004), Using the Heikin-Ashi Technique, Stocks & Commodities 22(2); technicalindicators',
});

import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Parabolic stop and reverse: a stop that closes in on the price, faster with each new extreme, and changes sides
 * when it is touched.
 *
 *   SAR₊₁ = SAR + af · (extreme − SAR), kept outside the ranges of this bar and the one before
 *
 * `af` starts at `acceleration`, grows by it at each new extreme up to `maximum`. First value after one bar; it
 * starts long unless the second bar's low fell further than its high rose.
 */
export function sar({ high, low }: BarColumns, acceleration: number, maximum: number): Float64Array {
  const out = columnMemory.takeZeros(high.length);
  const step = Math.min(acceleration, maximum);
  eachStretch([high, low], 1, [out], (start, end) => trail(high, low, step, maximum, start, end, out));
  return out;
}

function trail(
  high: Float64Array,
  low: Float64Array,
  step: number,
  maximum: number,
  start: number,
  end: number,
  out: Float64Array,
): void {
  const rise = (high[start + 1] as number) - (high[start] as number);
  const fall = (low[start] as number) - (low[start + 1] as number);
  let isLong = !(fall > 0 && fall > rise);
  let stop = (isLong ? low[start] : high[start]) as number;
  let extreme = (isLong ? high[start + 1] : low[start + 1]) as number;
  let af = step;
  let previousHigh = high[start + 1] as number;
  let previousLow = low[start + 1] as number;
  for (let i = start + 1; i < end; i++) {
    const top = high[i] as number;
    const bottom = low[i] as number;
    const isTouched = isLong ? bottom <= stop : top >= stop;
    if (isTouched) {
      isLong = !isLong;
      stop = isLong ? Math.min(extreme, previousLow, bottom) : Math.max(extreme, previousHigh, top);
      extreme = isLong ? top : bottom;
      af = step;
    }
    out[i] = stop;
    if (isLong ? top > extreme : bottom < extreme) {
      extreme = isLong ? top : bottom;
      af = Math.min(af + step, maximum);
    }
    const next = stop + af * (extreme - stop);
    stop = isLong ? Math.min(next, previousLow, bottom) : Math.max(next, previousHigh, top);
    previousHigh = top;
    previousLow = bottom;
  }
}

export const SAR = onBars({
  id: 'sar',
  params: [
    { name: 'acceleration', default: 0.02, integer: false, min: 0 },
    { name: 'maximum', default: 0.2, integer: false, min: 0 },
  ],
  lookback: () => 1,
  compute: (bars, acceleration, maximum) => [sar(bars, acceleration, maximum)],
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; TA-Lib SAR',
});

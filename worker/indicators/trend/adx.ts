import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';
import { trueRange } from '../volatility/true-range.ts';

/**
 * Average directional index and the directional indicators behind it, all 0 … 100.
 *
 *   up = high − high₋₁, down = low₋₁ − low;  +DM = up if up > down and up > 0, else 0;  −DM the other way round
 *   plusDi = 100 · S(+DM) / S(TR), minusDi = 100 · S(−DM) / S(TR),  S = S₋₁ − S₋₁ / period + new
 *   DX = 100 · |plusDi − minusDi| / (plusDi + minusDi);  adx = adx₋₁ + (DX − adx₋₁) / period
 *
 * Seeds: S is the sum over the first period − 1 bars, adx the mean of the first `period` DX. First values after
 * 2 · period − 1 bars, all three together (the directional indicators could start at `period`). Without any
 * true range both indicators are 0; without direction DX is left out of the average, which then stays as it was.
 */
export function adx(bars: BarColumns, period: number): AdxColumns {
  const { high, low } = bars;
  const ranges = trueRange(bars);
  const length = ranges.length;
  const columns = {
    adx: columnMemory.takeZeros(length),
    plusDi: columnMemory.takeZeros(length),
    minusDi: columnMemory.takeZeros(length),
  };
  eachStretch([ranges], 2 * period - 2, [columns.adx, columns.plusDi, columns.minusDi], (start, end) =>
    direct(high, low, ranges, period, start, end, columns),
  );
  return columns;
}

export interface AdxColumns {
  adx: Float64Array;
  plusDi: Float64Array;
  minusDi: Float64Array;
}

function direct(
  high: Float64Array,
  low: Float64Array,
  ranges: Float64Array,
  period: number,
  start: number,
  end: number,
  columns: AdxColumns,
): void {
  const seedEnd = start + period - 1;
  const firstValue = start + 2 * period - 2;
  let [plus, minus, range, directions, average] = [0, 0, 0, 0, 0];
  for (let i = start; i < end; i++) {
    if (i >= seedEnd) {
      plus -= plus / period;
      minus -= minus / period;
      range -= range / period;
    }
    const up = (high[i] as number) - (high[i - 1] as number);
    const down = (low[i - 1] as number) - (low[i] as number);
    if (up > down && up > 0) plus += up;
    else if (down > up && down > 0) minus += down;
    range += ranges[i] as number;
    if (i < seedEnd) continue;
    const plusDi = range > 0 ? (100 * plus) / range : 0;
    const minusDi = range > 0 ? (100 * minus) / range : 0;
    const strength = plusDi + minusDi;
    const direction = strength > 0 ? (100 * Math.abs(plusDi - minusDi)) / strength : average;
    if (i <= firstValue) {
      directions += strength > 0 ? direction : 0;
      average = i === firstValue ? directions / period : 0;
    } else {
      average += (direction - average) / period;
    }
    if (i < firstValue) continue;
    columns.adx[i] = average;
    columns.plusDi[i] = plusDi;
    columns.minusDi[i] = minusDi;
  }
}

export const ADX = onBars({
  id: 'adx',
  params: [{ ...PERIOD, default: 14, min: 2 }],
  outputs: ['adx', 'plusDi', 'minusDi'],
  lookback: (period) => 2 * period - 1,
  compute(bars, period) {
    const columns = adx(bars, period);
    return [columns.adx, columns.plusDi, columns.minusDi];
  },
  source: 'Wilder (1978), New Concepts in Technical Trading Systems; TA-Lib ADX, PLUS_DI, MINUS_DI',
});

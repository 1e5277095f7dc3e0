import type { BarColumns } from '#shared/domain/bars.ts';
import { columnMemory } from '../../column-memory.ts';
import { onBars, PERIOD } from '../indicator.ts';
import { rollingSum } from '../statistics/rolling-sum.ts';
import { trueRange } from '../volatility/true-range.ts';

/**
 * Ultimate oscillator, 0 … 100: buying pressure in the true range, over three periods.
 *
 *   U = 100 · (4·A(short) + 2·A(medium) + A(long)) / 7
 *   A(p) = Σ(close − min(low, close₋₁)) / Σ(true range) over p bars
 *
 * First value after max(short, medium, long) bars; a period without any range counts as balanced, A = ½ (TA-Lib: 0).
 */
export function ultosc(bars: BarColumns, short: number, medium: number, long: number): Float64Array {
  const pressure = buyingPressure(bars);
  const range = trueRange(bars);
  const share = (period: number) => shares(rollingSum(pressure, period), rollingSum(range, period));
  const [a, b, c] = [share(short), share(medium), share(long)];
  for (let i = 0; i < a.length; i++) {
    a[i] = (100 * (4 * (a[i] as number) + 2 * (b[i] as number) + (c[i] as number))) / 7;
  }
  return a;
}

function buyingPressure({ low, close }: BarColumns): Float64Array {
  const pressure = columnMemory.takeZeros(close.length);
  pressure[0] = Number.NaN;
  for (let i = 1; i < pressure.length; i++) {
    const bottom = low[i] as number;
    const previous = close[i - 1] as number;
    pressure[i] = (close[i] as number) - Math.min(previous, bottom);
  }
  return pressure;
}

function shares(parts: Float64Array, wholes: Float64Array): Float64Array {
  for (let i = 0; i < parts.length; i++) {
    const whole = wholes[i] as number;
    parts[i] = whole === 0 ? 0.5 : (parts[i] as number) / whole;
  }
  return parts;
}

export const ULTOSC = onBars({
  id: 'ultosc',
  params: [
    { ...PERIOD, name: 'short', default: 7 },
    { ...PERIOD, name: 'medium', default: 14 },
    { ...PERIOD, name: 'long', default: 28 },
  ],
  lookback: (short, medium, long) => Math.max(short, medium, long),
  compute: (bars, short, medium, long) => [ultosc(bars, short, medium, long)],
  source: 'Williams (1985), The Ultimate Oscillator, Stocks & Commodities 3(4); TA-Lib ULTOSC',
});

import { columnMemory } from '../../column-memory.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { rollingSum } from '../statistics/rolling-sum.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Kaufman's adaptive moving average: fast while the price goes one way, slow while it goes back and forth.
 *
 *   ER = |x − x₋ₚ| / Σ|x − x₋₁| over p = period bars         (efficiency, 0 … 1)
 *   c = (ER · (2/(fast+1) − 2/(slow+1)) + 2/(slow+1))²
 *   KAMA = KAMA₋₁ + c · (x − KAMA₋₁), seeded with the value before the first
 *
 * First value after `period` bars. Where nothing moves ER is 1.
 */
export function kama(source: Float64Array, period: number, fast: number, slow: number): Float64Array {
  const paths = rollingSum(absoluteChanges(source), period);
  const quickest = 2 / (fast + 1);
  const slowest = 2 / (slow + 1);
  const out = columnMemory.takeZeros(source.length);
  eachStretch([source], period, [out], (start, end) => {
    let average = source[start + period - 1] as number;
    for (let i = start + period; i < end; i++) {
      const value = source[i] as number;
      const move = Math.abs(value - (source[i - period] as number));
      const path = paths[i] as number;
      const efficiency = path > move ? move / path : 1;
      const root = efficiency * (quickest - slowest) + slowest;
      average += root * root * (value - average);
      out[i] = average;
    }
  });
  return out;
}

function absoluteChanges(source: Float64Array): Float64Array {
  const changes = columnMemory.takeZeros(source.length);
  changes[0] = Number.NaN;
  for (let i = 1; i < source.length; i++) changes[i] = Math.abs((source[i] as number) - (source[i - 1] as number));
  return changes;
}

export const KAMA = onSource({
  id: 'kama',
  params: [
    { ...PERIOD, default: 10 },
    { ...PERIOD, name: 'fast', default: 2 },
    { ...PERIOD, name: 'slow', default: 30 },
  ],
  lookback: (period) => period,
  compute: (source, period, fast, slow) => [kama(source, period, fast, slow)],
  source: 'Kaufman (1995), Smarter Trading; TA-Lib KAMA',
});

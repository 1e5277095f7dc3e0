import { columnMemory } from '../../column-memory.ts';
import { smooth } from '../average/ema.ts';
import { onSource, PERIOD } from '../indicator.ts';
import { eachStretch } from '../stretch.ts';

/**
 * Moving average convergence/divergence.
 *
 *   macd = EMA(x, fast) − EMA(x, slow);  signal = EMA(macd, signal);  histogram = macd − signal
 *
 * Both averages give their first value on the same bar: the shorter one is seeded with the values just before it.
 * First values after max(fast, slow) + signal − 2 bars, all three together.
 */
export function macd(source: Float64Array, fast: number, slow: number, signal: number): MacdColumns {
  const lines = averageDistances(source, fast, slow);
  const length = source.length;
  const columns = {
    macd: columnMemory.takeZeros(length),
    signal: columnMemory.takeZeros(length),
    histogram: columnMemory.takeZeros(length),
  };
  eachStretch([lines], signal - 1, [columns.macd, columns.signal, columns.histogram], (start, end) => {
    smooth(lines, signal, 2 / (signal + 1), start, end, columns.signal);
    for (let i = start + signal - 1; i < end; i++) {
      const line = lines[i] as number;
      columns.macd[i] = line;
      columns.histogram[i] = line - (columns.signal[i] as number);
    }
  });
  return columns;
}

export interface MacdColumns {
  macd: Float64Array;
  signal: Float64Array;
  histogram: Float64Array;
}

/** EMA(fast) − EMA(slow), both with their first value after max(fast, slow) − 1 bars. */
function averageDistances(source: Float64Array, fast: number, slow: number): Float64Array {
  const longest = Math.max(fast, slow);
  const distances = columnMemory.takeZeros(source.length);
  const slows = columnMemory.takeZeros(source.length);
  eachStretch([source], longest - 1, [distances, slows], (start, end) => {
    smooth(source, fast, 2 / (fast + 1), start + longest - fast, end, distances);
    smooth(source, slow, 2 / (slow + 1), start + longest - slow, end, slows);
    for (let i = start + longest - 1; i < end; i++) distances[i] = (distances[i] as number) - (slows[i] as number);
  });
  return distances;
}

export const MACD = onSource({
  id: 'macd',
  params: [
    { ...PERIOD, name: 'fast', default: 12 },
    { ...PERIOD, name: 'slow', default: 26 },
    { ...PERIOD, name: 'signal', default: 9 },
  ],
  outputs: ['macd', 'signal', 'histogram'],
  lookback: (fast, slow, signal) => Math.max(fast, slow) + signal - 2,
  compute(source, fast, slow, signal) {
    const columns = macd(source, fast, slow, signal);
    return [columns.macd, columns.signal, columns.histogram];
  },
  source: 'Appel (1979), The Moving Average Convergence Divergence Trading Method; TA-Lib MACD',
});

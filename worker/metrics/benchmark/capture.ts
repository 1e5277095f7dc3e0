import type { Metric, MetricInput } from '../metric.ts';

/** Sum of r over the periods in which the benchmark moved this way, against the sum of b over the same. */
function capture({ returns, benchmarkReturns }: MetricInput, direction: 1 | -1): number {
  let strategy = 0;
  let benchmark = 0;
  for (let k = 0; k < benchmarkReturns.length; k++) {
    const move = benchmarkReturns[k] as number;
    if (Math.sign(move) !== direction) continue;
    strategy += returns[k] as number;
    benchmark += move;
  }
  return benchmark === 0 ? Number.NaN : strategy / benchmark;
}

/**
 * Upside capture: how much of the benchmark's rises the strategy took.
 *
 *   mean(r where b > 0) / mean(b where b > 0)
 *
 * @returns a fraction, 1 = all of it; NaN when the benchmark never rose.
 * Convention: arithmetic means; empyrical and Morningstar compound them, which on daily returns turns small
 * differences into large ones.
 */
export const upCapture: Metric = {
  id: 'upCapture',
  unit: 'fraction',
  convention: 'arithmetic, periods in which buy and hold rose',
  compute: (input) => capture(input, 1),
};

/** Downside capture: how much of the benchmark's falls the strategy suffered; as `upCapture`, where b < 0. */
export const downCapture: Metric = {
  id: 'downCapture',
  unit: 'fraction',
  convention: 'arithmetic, periods in which buy and hold fell',
  compute: (input) => capture(input, -1),
};

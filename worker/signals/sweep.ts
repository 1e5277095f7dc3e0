import type { ParamValue } from '#shared/domain/manifest.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import type { SignalKernel } from './kernel.ts';
import { SWEEP_MEASURES, type SweepMetricId } from './measures/measures.ts';
import type { SignalMarket } from './signal-market.ts';

/**
 * Runs a signals strategy with one set of parameters after the other and keeps only the metrics asked for. What the
 * runs have in common, such as a moving average, is computed once.
 *
 * @param strategy one with `signals`, loaded with the market's scope; only for runs that are plain (`isPlain`)
 * @returns a column for each metric, a row for each set; the values are those of single runs, to the last bit
 * @throws whatever the strategy throws with one of the sets
 */
export function sweepSignals<M extends SweepMetricId>(
  strategy: LoadedStrategy,
  market: SignalMarket,
  sets: readonly Readonly<Record<string, ParamValue>>[],
  metrics: readonly M[],
  kernel: SignalKernel,
): Record<M, Float64Array> {
  const columns = metrics.map((metric) => ({ measure: SWEEP_MEASURES[metric], values: new Float64Array(sets.length) }));
  const run = { market, trades: kernel.trades, firstTradableBar: 0 };
  for (const [row, params] of sets.entries()) {
    run.firstTradableBar = kernel.trade(market.plan(strategy, params), strategy.warmup, market);
    for (const { measure, values } of columns) values[row] = measure(run);
  }
  return Object.fromEntries(metrics.map((metric, i) => [metric, columns[i]?.values])) as Record<M, Float64Array>;
}

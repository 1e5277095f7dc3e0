import type { ParamValue } from '#shared/domain/manifest.ts';
import type { LoadedStrategy } from '../strategy/definition.ts';
import type { SignalKernel } from './kernel.ts';
import { measuringPeriods } from './measures/measuring-periods.ts';
import { SWEEP_MEASURES, type SweepMetricId } from './measures/measures.ts';
import type { TradedRun } from './measures/traded-run.ts';
import type { SignalMarketInput } from './signal-market.ts';

/**
 * Runs a signals strategy with one set of parameters after the other and keeps only the metrics asked for. All runs
 * share one market, so what they have in common, such as a moving average, is computed once.
 *
 * @param strategy one with `signals`, loaded with the scope of the input; ask `isPlain` about the rest first
 * @returns a column for each metric, a row for each set; the values are those of single runs, bit for bit
 * @throws whatever the strategy throws with one of the sets
 */
export function sweepSignals<M extends SweepMetricId>(
  strategy: LoadedStrategy,
  input: SignalMarketInput,
  sets: readonly Readonly<Record<string, ParamValue>>[],
  metrics: readonly M[],
  kernel: SignalKernel,
): Record<M, Float64Array> {
  const market = kernel.open(input);
  const { close, time } = market.bars;
  const run: TradedRun = {
    trades: kernel.trades,
    close,
    multiplier: market.terms.instrument.multiplier,
    initialCash: market.terms.cash,
    firstTradableBar: 0,
    closes: market.closes,
    periods: measuringPeriods(time),
  };
  const columns = metrics.map((metric) => ({ measure: SWEEP_MEASURES[metric], values: new Float64Array(sets.length) }));
  for (const [row, params] of sets.entries()) {
    run.firstTradableBar = kernel.trade(market.plan(strategy, params), strategy.warmup, market);
    for (const { measure, values } of columns) values[row] = measure(run);
  }
  return Object.fromEntries(metrics.map((metric, i) => [metric, columns[i]?.values])) as Record<M, Float64Array>;
}

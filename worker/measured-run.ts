import type { BarColumns } from '#shared/domain/bars.ts';
import type { Simulation } from './engine/backtest.ts';
import { type Excursions, excursions } from './metrics/excursions.ts';
import type { MetricInput } from './metrics/metric.ts';
import { prepareMetrics } from './metrics/prepare-metrics.ts';
import { withoutSplits } from './metrics/without-splits.ts';
import type { RunTask } from './task.ts';

/** A simulation, ready for metrics and checks. */
export interface MeasuredRun {
  measured: MetricInput;
  market: { bars: BarColumns; rows: Int32Array | null }[];
  buyAndHold: Float64Array;
  moved: Excursions;
}

/** Works out what metrics are computed from. */
export function measuredRun({ series, cash }: Pick<RunTask, 'series' | 'cash'>, run: Simulation): MeasuredRun {
  const buyAndHold = run.buyAndHold();
  const market = series.map(({ bars }, symbol) => ({ bars, rows: run.rows[symbol] ?? null }));
  const multipliers = series.map((one) => one.instrument.multiplier);
  const actions = series.map((one) => one.actions ?? []);
  const unsplit = withoutSplits({ trades: run.trades, fills: run.fills, market }, run.time, actions);
  const moved = excursions(unsplit.trades, unsplit.fills, unsplit.market, multipliers);
  const measured = prepareMetrics({ ...run, buyAndHold, excursions: moved, multipliers, initialCash: cash });
  return { measured, market, buyAndHold, moved };
}

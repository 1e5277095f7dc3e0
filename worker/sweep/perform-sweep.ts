import { HindcastError } from '#shared/domain/errors.ts';
import type { MetricId } from '#shared/domain/metric-catalog.ts';
import { columnMemory } from '../column-memory.ts';
import { loadStrategy, strategyError } from '../describe.ts';
import { simulate } from '../engine/backtest.ts';
import { semanticsOf } from '../engine/semantics/semantics.ts';
import { indicatorMemo } from '../indicators/memo.ts';
import { measuredRun } from '../measured-run.ts';
import { computeMetrics } from '../metrics/compute-metrics.ts';
import { METRICS } from '../metrics/metrics.ts';
import { locateError } from '../sandbox/locate-error.ts';
import { SignalKernel } from '../signals/kernel.ts';
import { SWEEP_MEASURES, type SweepMetricId } from '../signals/measures/measures.ts';
import { SignalMarket } from '../signals/signal-market.ts';
import { sweepSignals } from '../signals/sweep.ts';
import { isPlain } from '../signals/terms.ts';
import type { ModuleScope } from '../strategy/module.ts';
import type { SweepTask } from '../task.ts';

/** What came of each set of parameters, in the order of the sets. */
export interface SweptRuns {
  /** Values of each metric that was asked for; NaN = undefined, or the run failed. */
  metrics: Record<string, Float64Array>;
  /** Why single runs failed, by their place. */
  failures: { set: number; message: string }[];
}

const kernel = new SignalKernel();

/**
 * Makes many runs of one strategy. A set of parameters with which the strategy throws costs its own run only.
 * @throws HindcastError `strategy.*` for a strategy that can't be loaded
 */
export function performSweep(task: SweepTask): SweptRuns {
  for (const { bars, hash } of task.series) if (hash !== undefined) indicatorMemo.nameBars(bars, hash);
  const { strategy } = loadStrategy(task, { first: null }, task.seed);
  const isKernels = strategy.signals !== null && isPlain(task) && task.metrics.every(isSweepMetric);
  return isKernels ? (sweptByKernel(task) ?? sweptByRuns(task)) : sweptByRuns(task);
}

function isSweepMetric(metric: MetricId): metric is SweepMetricId {
  return Object.hasOwn(SWEEP_MEASURES, metric);
}

/** All sets at once; null when the strategy throws with one of them: run by run it is told which. */
function sweptByKernel(task: SweepTask): SweptRuns | null {
  const [series] = task.series;
  if (series === undefined) return null;
  const scope: ModuleScope = { first: null };
  try {
    const { strategy } = loadStrategy(task, scope, task.seed);
    const market = new SignalMarket({ series, cash: task.cash, costs: task.costs, scope });
    const metrics = sweepSignals(strategy, market, task.sets, task.metrics.filter(isSweepMetric), kernel);
    Atomics.store(new Int32Array(task.progress), 0, task.sets.length);
    for (const column of Object.values(metrics)) finite(column);
    return { metrics, failures: [] };
  } catch {
    return null;
  }
}

function sweptByRuns(task: SweepTask): SweptRuns {
  const semantics = semanticsOf(task.semantics);
  const wanted = METRICS.filter(({ id }) => task.metrics.includes(id));
  const metrics = Object.fromEntries(wanted.map(({ id }) => [id, new Float64Array(task.sets.length).fill(Number.NaN)]));
  const failures: SweptRuns['failures'] = [];
  const done = new Int32Array(task.progress);
  const bar = new Int32Array(1);
  task.sets.forEach((params, set) => {
    // Each run by itself: what the one before took is free.
    columnMemory.recycle();
    const scope: ModuleScope = { first: null };
    try {
      const { strategy, compiled } = loadStrategy(task, scope, task.seed);
      const run = simulate(strategy, { ...task, params, semantics, scope, progress: bar });
      if (run.thrown !== null) {
        const when = run.thrown.bar < 0 ? 'before the first bar' : `on bar ${run.thrown.bar + 1}`;
        throw strategyError(compiled, locateError(run.thrown.error, compiled), when);
      }
      const values = computeMetrics(measuredRun(task, run).measured, wanted);
      for (const { id } of wanted) (metrics[id] as Float64Array)[set] = values[id]?.value ?? Number.NaN;
    } catch (error) {
      if (!(error instanceof HindcastError)) throw error;
      failures.push({ set, message: error.message });
    }
    Atomics.store(done, 0, set + 1);
  });
  return { metrics, failures };
}

/** As the metrics of single runs are: what would be infinite is undefined. */
function finite(column: Float64Array): void {
  for (let k = 0; k < column.length; k++) if (!Number.isFinite(column[k])) column[k] = Number.NaN;
}

import { isoTime } from '#shared/domain/iso-time.ts';
import type { RunFailure, RunResult } from '#shared/domain/run-result.ts';
import { loadStrategy, strategyError } from './describe.ts';
import { type Simulation, simulate } from './engine/backtest.ts';
import { resultHash } from './engine/result-hash.ts';
import { runWarnings } from './engine/warnings.ts';
import { computeMetrics } from './metrics/compute-metrics.ts';
import { prepareMetrics } from './metrics/prepare-metrics.ts';
import type { CompiledStrategy } from './sandbox/compile.ts';
import { locateError } from './sandbox/locate-error.ts';
import type { ModuleScope } from './strategy/module.ts';
import type { RunTask } from './task.ts';

/**
 * Runs a strategy in its sandbox and measures the result. A strategy that throws in `onBar` gives a result up to
 * that bar, with `failure` set; one that throws before the first bar gives an error.
 * @throws HindcastError `strategy.*`
 */
export function runStrategyTask(task: RunTask): RunResult {
  const scope: ModuleScope = { first: null };
  const { strategy, compiled } = loadStrategy(task, scope, task.seed);
  const run = simulate(strategy, {
    series: task.series,
    params: task.params,
    cash: task.cash,
    costs: task.costs,
    scope,
    progress: new Int32Array(task.progress),
  });
  const failure = failureOf(run, compiled);
  const { symbols, time, equity, fills, trades, orders, texts } = run;
  const metrics = computeMetrics(
    prepareMetrics({
      ...run,
      multipliers: task.series.map((one) => one.instrument.multiplier),
      initialCash: task.cash,
    }),
  );
  const closeOnly = task.series.filter((one) => one.closeOnly).map((one) => one.instrument.symbol);
  return {
    symbols,
    time,
    equity,
    buyAndHold: run.buyAndHold,
    firstTradableBar: run.firstTradableBar,
    barsInMarket: run.barsInMarket,
    ambiguousBars: run.ambiguousBars,
    fills,
    trades,
    orders,
    texts,
    metrics,
    warnings: runWarnings(run, closeOnly),
    log: run.log,
    failure,
    resultHash: resultHash({ symbols, time, equity, fills, trades, orders, texts, metrics }),
  };
}

function failureOf(run: Simulation, compiled: CompiledStrategy): RunFailure | null {
  if (run.thrown === null) return null;
  const { error, bar } = run.thrown;
  const located = locateError(error, compiled);
  if (bar < 0) throw strategyError(compiled, located, 'in setup');
  const time = run.time[bar] ?? Number.NaN;
  const { detail } = strategyError(compiled, located, `on bar ${bar} (${isoTime(time)})`);
  return {
    code: detail.code,
    message: detail.message,
    bar,
    time,
    line: located.line,
    column: located.column,
  };
}

import { HindcastError } from '#shared/domain/errors.ts';
import type { Funnel } from '#shared/domain/funnel.ts';
import { isoTime } from '#shared/domain/iso-time.ts';
import type { RunFailure, RunResult } from '#shared/domain/run-result.ts';
import { prepareChecks } from './checks/check-input.ts';
import { runChecks } from './checks/run-checks.ts';
import { loadStrategy, strategyError } from './describe.ts';
import { type Simulation, simulate } from './engine/backtest.ts';
import { resultHash } from './engine/result-hash.ts';
import { type Semantics, semanticsOf } from './engine/semantics/semantics.ts';
import { runWarnings } from './engine/warnings.ts';
import { countConditions } from './funnel/count-conditions.ts';
import { runFunnel } from './funnel/run-funnel.ts';
import { indicatorMemo } from './indicators/memo.ts';
import { measuredRun } from './measured-run.ts';
import { computeMetrics } from './metrics/compute-metrics.ts';
import type { CompiledStrategy } from './sandbox/compile.ts';
import { locateError } from './sandbox/locate-error.ts';
import type { LoadedStrategy } from './strategy/definition.ts';
import type { ModuleScope } from './strategy/module.ts';
import type { RunTask } from './task.ts';

/**
 * Runs a strategy in its sandbox and measures the result. A strategy that throws in `onBar` gives a result up to
 * that bar, with `failure` set; one that throws before the first bar gives an error.
 * @throws HindcastError `strategy.*`
 */
export function runStrategyTask(task: RunTask): RunResult {
  for (const { bars, hash } of task.series) if (hash !== undefined) indicatorMemo.nameBars(bars, hash);
  const semantics = semanticsOf(task.semantics);
  const { run, strategy, compiled } = simulateTask(task, semantics);
  const failure = failureOf(run, strategy, compiled);
  const { symbols, time, equity, fills, trades, orders, cashFlows, texts } = run;
  const { measured, market, buyAndHold, moved } = measuredRun(task, run);
  const metrics = computeMetrics(measured);
  const parameters = Object.keys(task.params).length;
  const currency = task.account.currency ?? task.series[0]?.instrument.quoteCurrency ?? '';
  const checked = prepareChecks({ measured, symbols, time, trades, orders, market, parameters, currency });
  const funnel = trades.qty.length === 0 && failure === null ? funnelOf(task, semantics, run) : null;
  const closeOnly = task.series.filter((one) => one.closeOnly).map((one) => one.instrument.symbol);
  return {
    symbols,
    time,
    equity,
    buyAndHold,
    firstTradableBar: run.firstTradableBar,
    barsInMarket: run.barsInMarket,
    ambiguousBars: run.ambiguousBars,
    ambiguity: ambiguityOf(task, semantics, run),
    fills,
    trades,
    excursions: { favourable: moved.favourable, adverse: moved.adverse },
    orders,
    cashFlows,
    texts,
    metrics,
    warnings: runWarnings(run, funnel, closeOnly, task.account),
    checks: runChecks(checked),
    funnel,
    log: run.log,
    failure,
    resultHash: resultHash({ symbols, time, equity, fills, trades, orders, cashFlows, texts, metrics }),
  };
}

interface SimulatedTask {
  run: Simulation;
  strategy: LoadedStrategy;
  compiled: CompiledStrategy;
}

function simulateTask(task: RunTask, semantics: Semantics): SimulatedTask {
  const scope: ModuleScope = { first: null };
  const { strategy, compiled } = loadStrategy(task, scope, task.seed);
  const progress = new Int32Array(task.progress);
  return { run: simulate(strategy, { ...task, semantics, scope, progress }), strategy, compiled };
}

/** Why there were no trades: the run once more, with a copy of the strategy that counts its conditions. */
function funnelOf(task: RunTask, semantics: Semantics, run: Simulation): Funnel {
  const repeat = (strategy: LoadedStrategy, scope: ModuleScope, progress: Int32Array) =>
    simulate(strategy, { ...task, semantics, scope, progress });
  try {
    return runFunnel(run, countConditions(task, task.seed, repeat));
  } catch (error) {
    // A strategy whose calls are nested too deeply to be counted: the rest of the funnel still holds.
    if (error instanceof HindcastError) return runFunnel(run, []);
    throw error;
  }
}

/** Final equity as it is, and as it would be if every ambiguous bar had gone the strategy's way. */
function ambiguityOf(task: RunTask, semantics: Semantics, run: Simulation): RunResult['ambiguity'] {
  const pessimistic = run.equity.at(-1) ?? task.cash;
  if (run.ambiguousBars === 0 || semantics.bothLegs !== 'pessimistic') return { pessimistic, optimistic: pessimistic };
  const lucky = simulateTask(task, { ...semantics, bothLegs: 'optimistic' }).run;
  return { pessimistic, optimistic: Math.max(pessimistic, lucky.equity.at(-1) ?? pessimistic) };
}

function failureOf(run: Simulation, strategy: LoadedStrategy, compiled: CompiledStrategy): RunFailure | null {
  if (run.thrown === null) return null;
  const { error, bar } = run.thrown;
  const located = locateError(error, compiled);
  if (bar < 0) throw strategyError(compiled, located, strategy.signals === null ? 'in setup' : 'in signals');
  const time = run.time[bar] ?? Number.NaN;
  const { detail } = strategyError(compiled, located, `on bar ${bar + 1} (${isoTime(time)})`);
  return {
    code: detail.code,
    message: detail.message,
    bar,
    time,
    line: located.line,
    column: located.column,
  };
}

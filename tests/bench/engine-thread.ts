// A worker thread as worker/index.ts makes it, which also tells how long the engine itself took.
import '#worker/sandbox/lockdown.ts';
import { columnMemory } from '#worker/column-memory.ts';
import { loadStrategy } from '#worker/describe.ts';
import { simulate } from '#worker/engine/backtest.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import { SignalKernel } from '#worker/signals/kernel.ts';
import { SignalMarket } from '#worker/signals/signal-market.ts';
import { sweepSignals } from '#worker/signals/sweep.ts';
import type { ModuleScope } from '#worker/strategy/module.ts';
import type { RunTask } from '#worker/task.ts';
import { type Books, booksOf } from './books.ts';
import { startStopwatch, type Took } from './stopwatch.ts';

type Sets = { fast: number; slow: number }[];

export type EngineQuestion =
  | { ask: 'nothing' }
  | { ask: 'time' | 'books' | 'kernel-time' | 'kernel-books'; task: RunTask }
  | { ask: 'sweep-time' | 'sweep-outcomes'; task: RunTask; sets: Sets };

export interface EngineAnswers {
  /** What is left of a task without its work. */
  nothing: null;
  /** Of `simulate`: indicators, bars, fills, trade list and equity; not loading, metrics or hash. */
  time: Took;
  books: Books;
  /** Of the signals kernel: indicators, conditions, trade list and equity. */
  'kernel-time': Took;
  'kernel-books': Books;
  /** Of a sweep, indicators included. */
  'sweep-time': Took;
  /** Final equity, trades and maximum drawdown of each pair, one behind the other. */
  'sweep-outcomes': Float64Array;
}

const kernel = new SignalKernel();

// biome-ignore lint/style/noDefaultExport: the default export is what a pool calls
export default function answer(question: EngineQuestion): EngineAnswers[EngineQuestion['ask']] {
  columnMemory.recycle();
  switch (question.ask) {
    case 'nothing':
      return null;
    case 'time':
      return runEngine(question.task).took;
    case 'books':
      return booksOf(runEngine(question.task).run);
    case 'kernel-time':
      return runKernel(question.task).took;
    case 'kernel-books':
      return booksOf(runKernel(question.task).run);
    case 'sweep-time':
      return runSweep(question.task, question.sets).took;
    case 'sweep-outcomes':
      return runSweep(question.task, question.sets).outcomes;
  }
}

function runEngine(task: RunTask) {
  const scope: ModuleScope = { first: null };
  const { strategy } = loadStrategy(task, scope, task.seed);
  const elapsed = startStopwatch();
  const progress = new Int32Array(task.progress);
  const run = simulate(strategy, { ...task, semantics: semanticsOf(task.semantics), scope, progress });
  const took = elapsed();
  if (run.thrown !== null) throw run.thrown.error;
  return { run, took };
}

function runKernel(task: RunTask) {
  const { strategy, input } = signals(task);
  const elapsed = startStopwatch();
  const run = kernel.run(strategy, task.params, new SignalMarket(input));
  return { run, took: elapsed() };
}

function runSweep(task: RunTask, sets: Sets) {
  const { strategy, input } = signals(task);
  const elapsed = startStopwatch();
  const metrics = ['finalEquity', 'trades', 'maxDrawdown'] as const;
  const columns = sweepSignals(strategy, new SignalMarket(input), sets, metrics, kernel);
  const took = elapsed();
  const outcomes = Float64Array.from({ length: 3 * sets.length }, (_, i) => {
    return columns[metrics[i % 3] ?? 'trades'][Math.floor(i / 3)] as number;
  });
  return { outcomes, took };
}

function signals(task: RunTask) {
  const scope: ModuleScope = { first: null };
  const { strategy } = loadStrategy(task, scope, task.seed);
  const [series] = task.series;
  if (series === undefined) throw new Error('a task without a series');
  return { strategy, input: { series, cash: task.cash, costs: task.costs, scope } };
}

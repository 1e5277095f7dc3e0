// A worker thread as worker/index.ts makes it, which also tells how long the engine itself took.
import '#worker/sandbox/lockdown.ts';
import { loadStrategy } from '#worker/describe.ts';
import { type Simulation, simulate } from '#worker/engine/backtest.ts';
import { semanticsOf } from '#worker/engine/semantics/semantics.ts';
import type { ModuleScope } from '#worker/strategy/module.ts';
import type { RunTask } from '#worker/task.ts';
import { type Books, booksOf } from './books.ts';
import { startStopwatch, type Took } from './stopwatch.ts';

export type EngineQuestion = { ask: 'nothing' } | { ask: 'time' | 'books'; task: RunTask };

export interface EngineAnswers {
  /** What is left of a task without its work. */
  nothing: null;
  /** Of `simulate`: indicators, bars, fills, trade list, equity and buy-and-hold; not loading, metrics or hash. */
  time: Took;
  books: Books;
}

// biome-ignore lint/style/noDefaultExport: the default export is what a pool calls
export default function answer(question: EngineQuestion): EngineAnswers[EngineQuestion['ask']] {
  switch (question.ask) {
    case 'nothing':
      return null;
    case 'time':
      return runEngine(question.task).took;
    case 'books':
      return booksOf(runEngine(question.task).run);
  }
}

function runEngine(task: RunTask): { run: Simulation; took: Took } {
  const scope: ModuleScope = { first: null };
  const { strategy } = loadStrategy(task, scope, task.seed);
  const elapsed = startStopwatch();
  const run = simulate(strategy, {
    series: task.series,
    params: task.params,
    cash: task.cash,
    costs: task.costs,
    account: task.account,
    semantics: semanticsOf(task.semantics),
    scope,
    progress: new Int32Array(task.progress),
  });
  const took = elapsed();
  if (run.thrown !== null) throw run.thrown.error;
  return { run, took };
}

import { columnMemory } from '../column-memory.ts';
import { loadStrategy } from '../describe.ts';
import { type Simulation, simulate } from '../engine/backtest.ts';
import { semanticsOf } from '../engine/semantics/semantics.ts';
import type { ModuleScope } from '../strategy/module.ts';
import type { ProofTask, RunSeries } from '../task.ts';
import { type Deeds, deedsOf } from './deeds.ts';

/** A run that is repeated on other bars. */
export interface RepeatedRun {
  series: readonly RunSeries[];
  rates: ProofTask['rates'];
  /** Runs the strategy anew. @throws HindcastError when it can't be loaded */
  on(series: RunSeries[], rates: ProofTask['rates']): Repetition;
}

export interface Repetition {
  deeds: Deeds;
  firstTradableBar: number;
  brokeBar: number;
}

/**
 * Makes runs of a task that end without an end: what a strategy or the engine does because the data is over says nothing
 * about the bars before.
 */
export function repeatedRun(task: ProofTask): RepeatedRun {
  const semantics = semanticsOf(task.semantics);
  const account = { ...task.account, closeAtEnd: false };
  const done = new Int32Array(task.progress);
  const bar = new Int32Array(1);
  return {
    series: task.series,
    rates: task.rates,
    on(series, rates) {
      // Each run by itself: what the one before took is free.
      columnMemory.recycle();
      const scope: ModuleScope = { first: null };
      const { strategy } = loadStrategy(task, scope, task.seed);
      const input = { ...task, series, account, semantics, scope, progress: bar };
      const run: Simulation = simulate(
        { ...strategy, onEnd: undefined },
        rates === undefined ? input : { ...input, rates },
      );
      Atomics.add(done, 0, 1);
      return { deeds: deedsOf(run), firstTradableBar: run.firstTradableBar, brokeBar: run.brokeBar };
    },
  };
}

import type { FunnelCondition } from '#shared/domain/funnel.ts';
import { compileCounting, type SourceCondition } from '../sandbox/compile-counting.ts';
import { evaluateStrategy } from '../sandbox/evaluate.ts';
import { type LoadedStrategy, loadedStrategy } from '../strategy/definition.ts';
import { hindcastModule, type ModuleScope } from '../strategy/module.ts';
import type { StrategySource } from '../task.ts';
import { ConditionCounter } from './condition-counter.ts';
import { countSignals } from './count-signals.ts';

/**
 * Runs a copy of a strategy that counts its conditions, and tells on how many bars each was looked at and true: all
 * those in `onBar`, and those in other functions that some bar came to; of a strategy of signals, its signals. What
 * the copy throws is left to the run of the original to report; what was counted up to there stays.
 *
 * The thread must have imported lockdown.ts, as for any strategy.
 *
 * @param source of a strategy that has compiled and run
 * @param seed of the run
 * @param simulate makes the same run with this strategy and scope, setting the first element of `progress` to each
 *   bar that it reaches
 * @throws HindcastError `strategy.*` where the copy doesn't compile, because the calls nest it too deeply
 */
export function countConditions(
  { source, file }: StrategySource,
  seed: number,
  simulate: (strategy: LoadedStrategy, scope: ModuleScope, progress: Int32Array) => unknown,
): FunnelCondition[] {
  const { compiled, conditions } = compileCounting(source, file);
  const progress = new Int32Array(1).fill(-1);
  const counter = new ConditionCounter(conditions.length, () => progress[0] as number);
  const scope: ModuleScope = { first: null };
  const strategy = loadedStrategy(evaluateStrategy(compiled, { ...hindcastModule(scope, seed) }, [counter.count]));
  if (strategy === null) return [];
  if (strategy.signals !== null) {
    return countSignals(strategy, strategy.signals, (watching) => simulate(watching, scope, progress));
  }
  simulate(strategy, scope, progress);
  return counted(conditions, counter);
}

/** Leaves out what belongs to functions that no bar came to, and renumbers. */
function counted(conditions: readonly SourceCondition[], counter: ConditionCounter): FunnelCondition[] {
  const numbers = new Map<number, number>();
  return conditions.flatMap((condition, number) => {
    const evaluated = counter.evaluated[number] as number;
    const within = condition.within === null ? null : numbers.get(condition.within);
    if (within === undefined || (evaluated === 0 && !condition.isInOnBar && within === null)) return [];
    numbers.set(number, numbers.size);
    const { text: label, line } = condition;
    return [{ label, line, evaluated, seen: counter.seen[number] as number, within }];
  });
}

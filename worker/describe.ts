import { HindcastError } from '#shared/domain/errors.ts';
import { MAIN_FILE, placeInFiles } from '#shared/domain/strategy-files.ts';
import { type CompiledStrategy, compileStrategy } from './sandbox/compile.ts';
import { evaluateStrategy } from './sandbox/evaluate.ts';
import { type LocatedError, locateError } from './sandbox/locate-error.ts';
import { caretLines } from './sandbox/source-text.ts';
import { type LoadedStrategy, loadedStrategy } from './strategy/definition.ts';
import { hindcastModule, type ModuleScope } from './strategy/module.ts';
import type { StrategyDescription, StrategySource } from './task.ts';

/** What a strategy declares: its name and parameters. */
export function describeStrategy(source: StrategySource): StrategyDescription {
  const { strategy } = loadStrategy(source, { first: null }, 0);
  const { name, description, params } = strategy;
  return { name, description, params };
}

/**
 * Compiles and evaluates a strategy in a sandbox of its own.
 * @throws HindcastError `strategy.*` with the place in the source
 */
export function loadStrategy(
  { source, file }: StrategySource,
  scope: ModuleScope,
  seed: number,
): { strategy: LoadedStrategy; compiled: CompiledStrategy } {
  const compiled = compiledStrategy(source, file);
  let exported: unknown;
  try {
    exported = evaluateStrategy(compiled, { ...hindcastModule(scope, seed) });
  } catch (thrown) {
    if (thrown instanceof HindcastError) throw thrown;
    throw strategyError(compiled, locateError(thrown, compiled), 'when it was loaded');
  }
  const strategy = loadedStrategy(exported);
  if (strategy !== null) return { strategy, compiled };
  throw new HindcastError({
    kind: 'strategy',
    code: 'strategy.no-strategy',
    message: `${file} does not export a strategy.`,
    hint: 'Write export default strategy({ name, onBar(context) { … } }).',
  });
}

/** How many strategies a thread keeps compiled. */
const MOST_KEPT = 8;
const kept = new Map<string, CompiledStrategy>();

/** Compiles a source, or takes what came of it the last time: a sweep runs the same one thousands of times. */
function compiledStrategy(source: string, file: string): CompiledStrategy {
  const key = `${file}\n${source}`;
  const compiled = kept.get(key) ?? compileStrategy(source, file);
  kept.delete(key);
  kept.set(key, compiled);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return compiled;
}

/** An exception of the strategy as an error for the user: what, where in the source, and when. */
export function strategyError(compiled: CompiledStrategy, located: LocatedError, when: string): HindcastError {
  const { message, line, column } = located;
  const place = line === null ? null : placeInFiles(compiled.source, line);
  const isElsewhere = place !== null && place.path !== MAIN_FILE;
  return new HindcastError({
    kind: 'strategy',
    code: 'strategy.runtime',
    message: `The strategy failed ${when}${isElsewhere ? `, in ${place.path}` : ''}: ${message}`,
    ...(place !== null &&
      line !== null &&
      column !== null && {
        at: { file: isElsewhere ? place.path : compiled.file, line: place.line, column },
        lines: caretLines(compiled.source, line, column),
      }),
  });
}

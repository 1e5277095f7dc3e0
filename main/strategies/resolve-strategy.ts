import type { StrategyRef } from '#shared/contract/strategies.ts';
import type { StrategySource } from '#worker/task.ts';
import type { RunStore } from '../runs/run-store.ts';
import type { StrategyLibrary } from './library.ts';

/** The text behind a reference. @throws HindcastError where there is none */
export type ResolveStrategy = (strategy: StrategyRef) => StrategySource;

export function strategyResolver(library: StrategyLibrary, runs: RunStore): ResolveStrategy {
  return (strategy) => {
    switch (strategy.kind) {
      case 'library': {
        const { file, source } = library.get(strategy.id);
        return { file, source };
      }
      case 'run': {
        const record = runs.find(strategy.run);
        return { file: record.strategyFile, source: runs.source(record) };
      }
      case 'source':
        return { file: strategy.file, source: strategy.source };
    }
  };
}

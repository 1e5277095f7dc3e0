import type { StrategyRef } from '#shared/contract/strategies.ts';
import { joinFiles, MAIN_FILE } from '#shared/domain/strategy-files.ts';
import type { StrategySource } from '#worker/task.ts';
import type { RunStore } from '../runs/run-store.ts';
import { fileName } from './file-name.ts';
import { assertOwnPaths } from './own-paths.ts';
import type { StrategyStore } from './strategy-store.ts';
import type { Templates } from './templates.ts';

/** The text behind a reference. @throws HindcastError where there is none */
export type ResolveStrategy = (strategy: StrategyRef) => StrategySource;

export interface StrategySources {
  templates: Templates;
  strategies: StrategyStore;
  runs: RunStore;
}

export function strategyResolver({ templates, strategies, runs }: StrategySources): ResolveStrategy {
  return (ref) => {
    switch (ref.kind) {
      case 'library': {
        const { file, source } = templates.get(ref.id);
        return { file, source };
      }
      case 'run': {
        const record = runs.find(ref.run);
        return { file: record.strategyFile, source: runs.source(record) };
      }
      case 'source':
        return { file: ref.file, source: ref.source };
      case 'strategy': {
        const file = fileName(strategies.row(ref.strategy).name);
        if (ref.revision === undefined) return { file, source: joinFiles(strategies.runnable(ref.strategy)) };
        return { file, source: strategies.revision(ref.strategy, ref.revision).text };
      }
      case 'files': {
        assertOwnPaths(ref.strategy ?? '', ref.files);
        const file = ref.strategy === undefined ? MAIN_FILE : fileName(strategies.row(ref.strategy).name);
        return { file, source: joinFiles(strategies.complete(ref.files)) };
      }
    }
  };
}

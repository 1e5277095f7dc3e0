import type { StrategySource } from '#worker/task.ts';
import { sourceHash } from '../strategies/source-hash.ts';
import { damagedRun } from './errors.ts';
import { manifestId } from './manifest.ts';
import type { RunRecord } from './run-record.ts';
import type { RunStore } from './run-store.ts';

/**
 * The strategy of a stored run, to be evaluated again.
 * @throws HindcastError `storage.damaged-run` when manifest or source don't match their hashes
 */
export function storedStrategy(record: RunRecord, runs: Pick<RunStore, 'source'>): StrategySource {
  const source = runs.source(record);
  const { manifest } = record;
  if (manifestId(manifest) !== record.manifestId || sourceHash(source) !== manifest.strategy.sha256) {
    throw damagedRun(record.id);
  }
  return { source, file: record.strategyFile };
}

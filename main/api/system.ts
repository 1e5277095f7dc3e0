import { availableParallelism } from 'node:os';
import { HindcastError } from '#shared/domain/errors.ts';
import { ENGINE_VERSION } from '#worker/engine/version.ts';
import type { App } from '../app.ts';
import { VERSION } from '../version.ts';
import type { AreaRouter, Implementer } from './implementer.ts';

export type HostKind = 'web' | 'electron' | 'cli';

export function systemApi({ system: api }: Implementer, app: App, host: HostKind): AreaRouter<'system'> {
  const { folder, uploads, jobs, deletedSeries, threads, changes } = app;
  return {
    info: api.info.handler(() => ({
      version: VERSION,
      engineVersion: ENGINE_VERSION,
      host,
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
      dataFolder: folder.path,
      threads,
      cores: availableParallelism(),
    })),
    disk: api.disk.handler(async () => ({ ...(await folder.diskUse()), uploads: uploads.bytes })),
    compact: api.compact.handler(async () => {
      if (jobs.inHand > 0) throw jobsInHand();
      deletedSeries.purge();
      return folder.compact();
    }),
    changes: api.changes.handler(({ signal }) => changes.watch(signal)),
  };
}

function jobsInHand(): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'usage.jobs-in-hand',
    message: 'Free space can’t be given back while jobs are under way.',
    hint: 'Wait until they are over, or cancel them.',
  });
}

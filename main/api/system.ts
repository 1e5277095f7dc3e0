import { availableParallelism } from 'node:os';
import { ENGINE_VERSION } from '#worker/engine/version.ts';
import type { App } from '../app.ts';
import { VERSION } from '../version.ts';
import { folderApi } from './folder.ts';
import type { AreaRouter, Implementer } from './implementer.ts';
import { jobsInHand } from './jobs-in-hand.ts';

export type HostKind = 'web' | 'electron' | 'cli';

/** @param mayMoveTo whether the window may name a folder; any by default */
export function systemApi(
  { system: api }: Implementer,
  app: App,
  host: HostKind,
  mayMoveTo?: (folder: string) => boolean,
): AreaRouter<'system'> {
  const { folder, uploads, jobs, storage, clock, threads, changes } = app;
  return {
    ...folderApi(api, app, mayMoveTo),
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
      if (jobs.inHand > 0) throw jobsInHand('Free space can’t be given back');
      await storage.deletedSeries.purge(clock());
      return storage.market.compact();
    }),
    changes: api.changes.handler(({ signal }) => changes.watch(signal)),
  };
}

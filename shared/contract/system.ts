import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { countSchema, procedure } from './base.ts';

/** What changed, for whoever keeps a copy of it. */
export const changeSchema = z.strictObject({ area: z.enum(['market', 'runs', 'settings']) });
export type Change = z.infer<typeof changeSchema>;

export const system = {
  info: procedure
    .route({ method: 'GET', path: '/system', tags: ['system'], summary: 'Versions, folders and threads' })
    .output(
      z.strictObject({
        version: z.string(),
        engineVersion: z.int(),
        host: z.enum(['web', 'electron', 'cli']),
        platform: z.string(),
        node: z.string(),
        dataFolder: z.string(),
        /** Threads for runs, and cores of the machine. */
        threads: countSchema,
        cores: countSchema,
      }),
    ),
  disk: procedure
    .route({ method: 'GET', path: '/system/disk', tags: ['system'], summary: 'Disk use of the data folder, bytes' })
    .output(
      z.strictObject({
        database: countSchema,
        /** Bytes inside the database that nobody uses and that compacting gives back. */
        reusable: countSchema,
        backups: countSchema,
        uploads: countSchema,
        /** Left on the disk. */
        free: countSchema,
      }),
    ),
  /** Gives back what was deleted; series that can still be restored stay. */
  compact: procedure
    .route({ method: 'POST', path: '/system/compact', tags: ['system'], summary: 'Give free space back to the disk' })
    .output(z.strictObject({ before: countSchema, after: countSchema })),
  changes: procedure
    .route({ method: 'GET', path: '/system/changes', tags: ['system'], summary: 'What changes, a stream of events' })
    .output(eventIterator(changeSchema)),
};

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { countSchema, procedure } from './base.ts';

/** What changed, for whoever keeps a copy of it. */
export const changeSchema = z.strictObject({ area: z.enum(['market', 'runs', 'settings', 'strategies']) });
export type Change = z.infer<typeof changeSchema>;

/** A path of the machine that the host runs on. */
const folderSchema = z.string().trim().min(1).max(4_096);

/** How far a move of the data folder is, in bytes. `moved`: the last event; the host opens the data there. */
export const folderMoveSchema = z.strictObject({
  step: z.enum(['copying', 'checking', 'copied', 'moved']),
  done: countSchema,
  total: countSchema,
});
export type FolderMoveProgress = z.infer<typeof folderMoveSchema>;

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
  folder: procedure
    .route({
      method: 'GET',
      path: '/system/folder',
      tags: ['system'],
      summary: 'The data folder, and whether it moves',
    })
    .output(
      z.strictObject({
        folder: z.string(),
        /** False where the folder was named when Hindcast was started. */
        canMove: z.boolean(),
        /** The folder before this one, until it is deleted or given up, and its bytes. */
        previous: z.strictObject({ folder: z.string(), bytes: countSchema }).nullable(),
      }),
    ),
  checkFolder: procedure
    .route({
      method: 'POST',
      path: '/system/folder/check',
      tags: ['system'],
      summary: 'Whether the data can be moved to a folder',
    })
    .input(z.strictObject({ folder: folderSchema }))
    /** The folder without links, bytes to copy, and bytes that are free there. */
    .output(z.strictObject({ folder: z.string(), bytes: countSchema, free: countSchema })),
  /** Ending the stream gives the move up, as long as it isn't `moved`. */
  moveFolder: procedure
    .route({
      method: 'POST',
      path: '/system/folder/move',
      tags: ['system'],
      summary: 'Move the data to a new or empty folder, a stream of events',
    })
    .input(z.strictObject({ folder: folderSchema }))
    .output(eventIterator(folderMoveSchema)),
  removePreviousFolder: procedure
    .route({
      method: 'DELETE',
      path: '/system/folder/previous',
      tags: ['system'],
      summary: 'Delete the data in the folder before this one',
    })
    .output(z.strictObject({})),
  keepPreviousFolder: procedure
    .route({
      method: 'POST',
      path: '/system/folder/previous/keep',
      tags: ['system'],
      summary: 'Leave the folder before this one alone',
    })
    .output(z.strictObject({})),
  changes: procedure
    .route({ method: 'GET', path: '/system/changes', tags: ['system'], summary: 'What changes, a stream of events' })
    .output(eventIterator(changeSchema)),
};

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { DATABASE } from '../../db/folder/folder-content.ts';
import { lostFolder } from '../../db/folder/folder-errors.ts';
import { FolderPointer } from '../../db/folder/folder-pointer.ts';

/** Where Hindcast keeps its database, and what says so where nobody named it for this start. */
export interface Home {
  home: string;
  pointer: FolderPointer | null;
}

/**
 * The data folder: `--home`, else HINDCAST_HOME, else where it was moved to, else the system's place for app data.
 * @throws HindcastError `storage.folder-lost`, `storage.folder-pointer`
 */
export function dataFolder(
  chosen: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  places: Readonly<{ data: string; config: string }> = envPaths('hindcast', { suffix: '' }),
): Home {
  const named = chosen ?? environment['HINDCAST_HOME'];
  if (named !== undefined) return { home: named, pointer: null };
  const pointer = new FolderPointer(join(places.config, 'data-folder.json'));
  const moved = pointer.read();
  if (moved === null) return { home: places.data, pointer };
  // A new database in its place would look as if everything were lost.
  if (!existsSync(join(moved.folder, DATABASE))) throw lostFolder(moved.folder, pointer.file);
  return { home: moved.folder, pointer };
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When the youngest of these files, and of the files in these folders, was changed; −∞ where there is none, as of the
 * sources in an installed app. Tests count as no part of a folder.
 */
export function newest(root: string, places: readonly string[]): number {
  return places
    .flatMap((place) => filesIn(join(root, place)))
    .reduce((latest, file) => Math.max(latest, statSync(file).mtimeMs), Number.NEGATIVE_INFINITY);
}

function filesIn(path: string): string[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|fixture)\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const DATABASE = 'hindcast.db';
/** Stands in a folder that data are being copied to: what lies beside it may be half of something. */
export const UNFINISHED = 'hindcast.moving';

/** Files beside the database that go with it. Of the desktop's window only its place: the rest is in use. */
const KEPT = [/^hindcast\.db\.backup-v\d+$/, /^uploads[\\/]/, /^desktop[\\/]window\.json$/];
/** All that Hindcast ever puts into its folder. */
const OWN = [/^hindcast\.db/, /^uploads$/, /^desktop$/, /^hindcast\.moving$/];

/** What a data folder holds beside the database: paths from the folder, with their bytes. */
export function keptFiles(folder: string): { name: string; bytes: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(join(folder, '/').length), bytes: statSync(path).size }))
    .filter(({ name }) => KEPT.some((pattern) => pattern.test(name)));
}

/** Bytes that the database takes with what waits to be written to it. */
export function databaseBytes(folder: string): number {
  return [DATABASE, `${DATABASE}-wal`]
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** Whether a folder holds nothing that somebody put there; what a move left that was cut off doesn't count. */
export function isVacant(folder: string): boolean {
  const names = readdirSync(folder);
  return names.length === 0 || (names.includes(UNFINISHED) && names.every(isOwn));
}

/** Removes what Hindcast has put into a folder, if there is one. */
export function removeOwn(folder: string): void {
  if (!existsSync(folder)) return;
  // The mark goes last: until then a removal that was cut off can go on.
  const names = readdirSync(folder).filter(isOwn);
  for (const name of names.filter((name) => name !== UNFINISHED)) rmSync(join(folder, name), { recursive: true });
  rmSync(join(folder, UNFINISHED), { force: true });
}

function isOwn(name: string): boolean {
  return OWN.some((pattern) => pattern.test(name));
}

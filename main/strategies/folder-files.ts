import { type Dirent, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LONGEST_SOURCE, MOST_FILES, strategyFilesSchema } from '#shared/contract/strategy.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { STRATEGY_PATH, type StrategyFiles } from '#shared/domain/strategy-files.ts';
import { unusableFolder } from './strategy-errors.ts';

/** A folder with more than this is somebody's home, not a strategy. */
const MOST_ENTRIES = 2_000;

/**
 * The strategy files of a folder and the folders in it, by path. Hidden files, links and `node_modules` are left out.
 * @throws HindcastError `usage.unusable-folder` for a folder that can't be read or holds what no strategy can have
 */
export function readFolder(folder: string): StrategyFiles {
  const files: Record<string, string> = {};
  const entries = { left: MOST_ENTRIES };
  for (const path of strategyPaths(folder, '', entries)) {
    if (Object.keys(files).length === MOST_FILES) throw tooMuch(folder);
    files[path] = readText(folder, path);
  }
  const checked = strategyFilesSchema.safeParse(files);
  if (checked.success) return files;
  throw unusableFolder(
    `${folder} can’t be a strategy: ${checked.error.issues[0]?.message ?? 'its files are unusual'}.`,
    'Change or remove those files.',
  );
}

/**
 * Makes a folder hold these files, each whole or not at all.
 * @param before what it holds of the strategy's files now: of those, the ones that `files` hasn't are removed
 * @throws HindcastError `usage.unusable-folder` where the disk refuses
 */
export function writeFolder(folder: string, files: StrategyFiles, before: StrategyFiles): void {
  try {
    for (const [path, text] of Object.entries(files)) {
      if (before[path] === text) continue;
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      const unfinished = join(dirname(file), `.${process.pid}.part`);
      writeFileSync(unfinished, text);
      renameSync(unfinished, file);
    }
    for (const path of Object.keys(before)) {
      if (!Object.hasOwn(files, path)) rmSync(join(folder, path), { force: true });
    }
  } catch (cause) {
    throw refused(folder, cause);
  }
}

function* strategyPaths(root: string, below: string, entries: { left: number }): Generator<string> {
  for (const entry of entriesOf(root, below)) {
    entries.left -= 1;
    if (entries.left < 0) throw tooMuch(root);
    const path = `${below}${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* strategyPaths(root, `${path}/`, entries);
    } else if (entry.isFile() && STRATEGY_PATH.test(path) && !path.endsWith('.d.ts')) yield path;
  }
}

function entriesOf(root: string, below: string): Dirent[] {
  try {
    return readdirSync(join(root, below), { withFileTypes: true });
  } catch (cause) {
    throw refused(root, cause);
  }
}

function readText(folder: string, path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch (cause) {
    throw refused(folder, cause);
  }
  try {
    if (bytes.length > 4 * LONGEST_SOURCE) throw tooMuch(folder);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof HindcastError) throw cause;
    throw unusableFolder(`${join(folder, path)} is not text in UTF-8.`, 'Save the file with the encoding UTF-8.');
  }
}

function tooMuch(folder: string): HindcastError {
  return unusableFolder(
    `${folder} holds more than a strategy can have.`,
    `A strategy has at most ${MOST_FILES} .ts files with ${LONGEST_SOURCE} characters together, in a folder of its own.`,
  );
}

function refused(folder: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  if (cause.code === 'ENOENT') return unusableFolder(`There is no folder ${folder}.`, 'Put it back, or end the link.');
  return unusableFolder(
    `${folder} can’t be read or written (${String(cause.code)}).`,
    'Check that it is a folder and that you may write there.',
  );
}

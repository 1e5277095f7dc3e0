import { MAIN_FILE, SHARED_FOLDER, type StrategyFiles } from '#shared/domain/strategy-files.ts';
import { SHARED } from './shared-library.ts';
import { foreignPath, noMainFile, samePath } from './strategy-errors.ts';

/**
 * Refuses files that a strategy can't have: two that a disk may take for one, and a strategy without `main.ts`. The
 * shared library has nothing but files below `shared/`.
 * @throws HindcastError `usage.foreign-path`, `usage.same-path`, `usage.no-main-file`
 */
export function assertOwnPaths(strategy: string, files: StrategyFiles): void {
  const isShared = strategy === SHARED;
  const seen = new Set<string>();
  for (const path of Object.keys(files)) {
    if (isShared && !path.startsWith(SHARED_FOLDER)) throw foreignPath(path);
    if (seen.has(path.toLowerCase())) throw samePath(path);
    seen.add(path.toLowerCase());
  }
  if (!isShared && !Object.hasOwn(files, MAIN_FILE)) throw noMainFile();
}

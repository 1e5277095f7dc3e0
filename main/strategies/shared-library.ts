import { MAIN_FILE, type StrategyFiles, splitFiles } from '#shared/domain/strategy-files.ts';
import { importedPaths } from '#shared/domain/strategy-imports.ts';

/** The strategy whose files all others can import. It has no `main.ts`. */
export const SHARED = 'shared';

/** The files that a joined text of a strategy holds. */
export function filesOf(strategy: string, text: string): StrategyFiles {
  const files = splitFiles(text);
  if (strategy !== SHARED) return files;
  const { [MAIN_FILE]: _, ...others } = files;
  return others;
}

/** Without files that the shared library has just so: the others are a strategy's own copies, which hide those of the library. */
export function withoutShared(files: StrategyFiles, shared: StrategyFiles): StrategyFiles {
  return Object.fromEntries(Object.entries(files).filter(([path, text]) => shared[path] !== text));
}

/** The files, and those of the shared library that they import, directly or through others. */
export function withShared(files: StrategyFiles, shared: StrategyFiles): StrategyFiles {
  const all: Record<string, string> = { ...files };
  const open = Object.entries(files);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const path of importedPaths(...next)) {
      const text = Object.hasOwn(shared, path) ? shared[path] : undefined;
      if (text === undefined || Object.hasOwn(all, path)) continue;
      all[path] = text;
      open.push([path, text]);
    }
  }
  return all;
}

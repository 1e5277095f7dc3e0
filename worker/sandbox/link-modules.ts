import { FILE_MARK, listedFiles, STRATEGY_PATH } from '#shared/domain/strategy-files.ts';
import { resolveImport } from '#shared/domain/strategy-imports.ts';
import type { ImportedName, ModuleBody, ModuleRole } from './module-syntax.ts';
import { type SourceText, sourceError } from './source-text.ts';

/** A file of a strategy with what it needs before it can run, in the order of its function's parameters. */
export interface LinkedModule extends SourceText {
  imports: ImportedName[];
}

interface Linking {
  /** In the order of the source: the main file is the first. */
  modules: LinkedModule[];
  /** The files as functions; null for one that the main file doesn't import, not even through others. */
  bodies: (ModuleBody | null)[];
}

/**
 * Finds the files that a strategy imports, from the main one on.
 * @param whole the source, which may hold several files
 * @param compile makes a file a function body; the main one, and only that, has a default export
 * @throws HindcastError `strategy.import` for what can't be imported, `strategy.files` for a list that isn't one;
 *   whatever `compile` throws
 */
export function linkModules(whole: SourceText, compile: (source: SourceText, role: ModuleRole) => ModuleBody): Linking {
  const files = listedFiles(whole.text);
  assertList(whole, files);
  const numbers = new Map(files.map(([path], number) => [path, number]));
  const modules = files.map(
    ([path, text], i): LinkedModule => ({ file: i === 0 ? whole.file : path, text, imports: [] }),
  );
  const bodies: (ModuleBody | null)[] = modules.map(() => null);
  /** Files whose imports are being followed. */
  const open = new Set<number>();

  const link = (number: number) => {
    const module = modules[number] as LinkedModule;
    open.add(number);
    const body = compile(module, {
      isMain: number === 0,
      resolve: (from, offset) => (from === 'hindcast' ? null : linked(number, from, offset)),
    });
    open.delete(number);
    bodies[number] = body;
    module.imports = body.imports;
    for (const name of body.imports) if (name.module !== null) checkExport(name.module, name, module);
  };

  const linked = (importer: number, from: string, offset: number): number => {
    const module = modules[importer] as LinkedModule;
    if (!/^\.\.?\//.test(from)) throw foreignImport(module, offset, from);
    const path = resolveImport((files[importer] as [string, string])[0], from);
    const found = path === null ? undefined : numbers.get(path);
    if (found === undefined) throw missingFile(module, offset, from);
    if (open.has(found)) throw circle(module, offset, (modules[found] as LinkedModule).file);
    if (bodies[found] === null) link(found);
    return found;
  };

  const checkExport = (found: number, { imported, offset }: ImportedName, importer: SourceText) => {
    const names = (bodies[found]?.exports ?? []).map(({ exported }) => exported);
    if (imported === '*' || names.includes(imported)) return;
    throw sourceError(importer, offset, {
      code: 'strategy.import',
      message: `${(modules[found] as LinkedModule).file} has no ${imported === 'default' ? 'default export' : `export named ${imported}`}.`,
      hint: names.length === 0 ? 'It exports nothing.' : `It exports ${names.toSorted().join(', ')}.`,
    });
  };

  link(0);
  return { modules, bodies };
}

function assertList(whole: SourceText, files: readonly (readonly [path: string, text: string])[]): void {
  const seen = new Set<string>();
  let offset = 0;
  for (const [path, text] of files) {
    const problem = seen.has(path) ? 'stands here twice' : 'is no path of a file';
    if (seen.has(path) || !STRATEGY_PATH.test(path)) {
      throw sourceError(whole, offset, {
        code: 'strategy.files',
        message: `${path} ${problem}.`,
        hint: `A line that begins with ${FILE_MARK.trim()} begins another file, such as lib/bands.ts.`,
      });
    }
    seen.add(path);
    offset += text.length + 1;
    if (seen.size > 1) offset += FILE_MARK.length + path.length + 1;
  }
}

function foreignImport(module: SourceText, offset: number, from: string) {
  return sourceError(module, offset, {
    code: 'strategy.import',
    message: `Strategies can't import ${JSON.stringify(from)}: only 'hindcast' and files of their own can be imported.`,
    hint: 'Put what the strategy needs into its own files.',
  });
}

function missingFile(module: SourceText, offset: number, from: string) {
  return sourceError(module, offset, {
    code: 'strategy.import',
    message: `There is no file ${from}.`,
    hint: from.endsWith('.ts')
      ? 'A file is named from where the importing one is: ./lib/bands.ts, or ./shared/bands.ts of the shared library.'
      : `Write the whole name of the file, such as ${from}.ts.`,
  });
}

function circle(module: SourceText, offset: number, file: string) {
  return sourceError(module, offset, {
    code: 'strategy.import',
    message: `${file} needs this file, and this file needs ${file}: they can't both run first.`,
    hint: 'Put what both need into a third file. Types alone can be imported in circles, with import type { … }.',
  });
}

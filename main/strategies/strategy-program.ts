import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-api';
import type { StrategyFiles } from '#shared/domain/strategy-files.ts';
import { resolveImport } from '#shared/domain/strategy-imports.ts';

/** Where the declarations of the module 'hindcast' stand, and the strategy as the compiler sees it. */
const API_FOLDER = folderOf(new URL('../../shared/strategy-api/index.ts', import.meta.url).href);
const API_FILE = `${API_FOLDER}index.ts`;
const STRATEGY_FOLDER = `${API_FOLDER}strategy-under-check/`;
const LIB_FOLDER = folderOf(import.meta.resolve('typescript-api'));

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  // A type imported like a value would be missing when the strategy runs.
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  libReplacement: false,
};

/** Parsed declaration files: they never change while the program runs. */
const declarations = new Map<string, ts.SourceFile>();

/** One file of a strategy, parsed. */
export interface StrategySourceFile {
  path: string;
  source: ts.SourceFile;
}

export interface StrategyProgram {
  program: ts.Program;
  /** The strategy's own files. */
  files: StrategySourceFile[];
}

/** The last one: what is typed is checked and linted, one after the other. */
let last: { files: string; read: StrategyProgram } | null = null;

/** Reads a strategy with its types. It need not be free of errors: what can't be known has no type. */
export function strategyProgram(strategy: StrategyFiles): StrategyProgram {
  const files = JSON.stringify(strategy);
  if (last?.files !== files) last = { files, read: read(strategy) };
  return last.read;
}

function read(strategy: StrategyFiles): StrategyProgram {
  const files = Object.entries(strategy).map(([path, text]) => ({
    path,
    source: ts.createSourceFile(STRATEGY_FOLDER + path, text.replace(/^\uFEFF/, ''), ts.ScriptTarget.ES2023, true),
  }));
  const own = new Map(files.map(({ source }) => [source.fileName, source]));
  return { program: ts.createProgram([...own.keys()], OPTIONS, createHost(own)), files };
}

function createHost(own: ReadonlyMap<string, ts.SourceFile>): ts.CompilerHost {
  return {
    getSourceFile: (path) => own.get(path) ?? declarationFile(path),
    getDefaultLibFileName: () => `${LIB_FOLDER}lib.es2023.d.ts`,
    getDefaultLibLocation: () => LIB_FOLDER,
    getCurrentDirectory: () => API_FOLDER,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    // Nothing is looked for on the disk: the compiler is told where the few files are.
    fileExists: () => false,
    readFile: () => undefined,
    writeFile: () => {},
    resolveModuleNameLiterals: (names, from) =>
      names.map(({ text }) => ({ resolvedModule: resolveModule(text, from, own) })),
  };
}

/** Whether a declaration is one of the module 'hindcast'. */
export function isOfApi(declaration: ts.Node): boolean {
  const { fileName } = declaration.getSourceFile();
  return fileName.startsWith(API_FOLDER) && !fileName.startsWith(STRATEGY_FOLDER);
}

/** Whether a declaration is one of JavaScript itself. */
export function isOfLanguage(declaration: ts.Node): boolean {
  return declaration.getSourceFile().fileName.startsWith(LIB_FOLDER);
}

/** Strategies see 'hindcast' and their own files; the declarations of 'hindcast' see each other. */
function resolveModule(
  name: string,
  from: string,
  own: ReadonlyMap<string, ts.SourceFile>,
): ts.ResolvedModuleFull | undefined {
  const resolvedFileName = name === 'hindcast' ? API_FILE : relativeFile(name, from, own);
  return resolvedFileName === undefined ? undefined : { resolvedFileName, extension: ts.Extension.Ts };
}

function relativeFile(name: string, from: string, own: ReadonlyMap<string, ts.SourceFile>): string | undefined {
  if (!/^\.\.?\//.test(name)) return undefined;
  if (!from.startsWith(STRATEGY_FOLDER)) return `${API_FOLDER}${name.slice(2)}`;
  const path = resolveImport(from.slice(STRATEGY_FOLDER.length), name);
  return path !== null && own.has(`${STRATEGY_FOLDER}${path}`) ? `${STRATEGY_FOLDER}${path}` : undefined;
}

function declarationFile(path: string): ts.SourceFile {
  const known = declarations.get(path);
  if (known) return known;
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023);
  declarations.set(path, file);
  return file;
}

/** The folder of a file, with a slash at the end and, as the compiler wants it, slashes on every system. */
function folderOf(url: string): string {
  return fileURLToPath(new URL('.', url)).replaceAll('\\', '/');
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-api';
import { HindcastError } from '#shared/domain/errors.ts';
import { MAIN_FILE, type StrategyFiles, splitFiles } from '#shared/domain/strategy-files.ts';
import { resolveImport } from '#shared/domain/strategy-imports.ts';
import { unknownNameMessage } from '#worker/sandbox/globals.ts';
import { caretLines, splitLines } from '#worker/sandbox/source-text.ts';

/** One finding of the type checker; line and column from 1. */
export interface StrategyDiagnostic {
  file: string;
  line: number;
  column: number;
  /** TypeScript's number: 2322 = type is not assignable … */
  code: number;
  message: string;
  sourceLine: string;
}

const SHOWN = 10;

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

/** "Cannot find name" with a hint on Node's, the browser's or a test runner's types, or on another `lib`. */
const ADVISES_TO_ADD_TYPES = new Set([2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593]);
const TYPE_IMPORTED_AS_VALUE = 1484;

/** Parsed declaration files: they never change while the program runs. */
const declarations = new Map<string, ts.SourceFile>();

/**
 * Checks a strategy's types against the declarations of 'hindcast'. JavaScript (a file named `.js`) has no types
 * to check. Depends on nothing but its arguments and the declarations, so any thread can run it.
 *
 * @param source of one file, or of several as `joinFiles` made it
 * @param file how the user knows `main.ts`
 * @returns what is wrong, file by file and in the order of the text; empty when nothing is
 */
export function typeCheckStrategy(source: string, file: string): StrategyDiagnostic[] {
  if (/\.js$/i.test(file)) return [];
  const files = sourceFiles(splitFiles(source.replace(/^\uFEFF/, '')));
  const program = ts.createProgram([...files.keys()], OPTIONS, createHost(files));
  return [...files].flatMap(([path, text]) => {
    const known = path === `${STRATEGY_FOLDER}${MAIN_FILE}` ? file : path.slice(STRATEGY_FOLDER.length);
    return findings(program, text, known);
  });
}

function findings(program: ts.Program, source: ts.SourceFile, file: string): StrategyDiagnostic[] {
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const lines = splitLines(source.text);
  return found
    .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
    .map(({ start = 0, code, messageText }) => {
      const { line, character } = source.getLineAndCharacterOfPosition(start);
      return {
        file,
        line: line + 1,
        column: character + 1,
        code,
        message: worded(code, ts.flattenDiagnosticMessageText(messageText, '\n')),
        sourceLine: lines[line] ?? '',
      };
    });
}

function sourceFiles(files: StrategyFiles): Map<string, ts.SourceFile> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const whole = `${STRATEGY_FOLDER}${path}`;
      return [whole, ts.createSourceFile(whole, text, ts.ScriptTarget.ES2023, true)];
    }),
  );
}

/** The compiler's words, except where they advise on a project that a strategy isn't. */
function worded(code: number, message: string): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (ADVISES_TO_ADD_TYPES.has(code)) return unknownNameMessage(name);
  if (code === TYPE_IMPORTED_AS_VALUE) return `'${name}' is a type: write import type { ${name} }.`;
  return message;
}

/** @throws HindcastError `strategy.types` with the first ten findings, each with its source line */
export function assertStrategyTypes(source: string, file: string): void {
  const found = typeCheckStrategy(source, file);
  const [first] = found;
  if (first === undefined) return;
  const shown = found
    .slice(0, SHOWN)
    .flatMap(({ file: where, line, column, message, sourceLine }) => [
      `${where}:${line}:${column} ${message}`,
      ...caretLines(sourceLine, 1, column),
    ]);
  const more = found.length - SHOWN;
  throw new HindcastError({
    kind: 'strategy',
    code: 'strategy.types',
    message: found.length === 1 ? 'The strategy has a type error.' : `The strategy has ${found.length} type errors.`,
    hint: 'Correct the types; nothing has run.',
    at: { file: first.file, line: first.line, column: first.column },
    lines: more > 0 ? [...shown, `… and ${more} more`] : shown,
  });
}

function createHost(files: ReadonlyMap<string, ts.SourceFile>): ts.CompilerHost {
  return {
    getSourceFile: (path) => files.get(path) ?? declarationFile(path),
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
      names.map(({ text }) => ({ resolvedModule: resolveModule(text, from, files) })),
  };
}

/** Strategies see 'hindcast' and their own files; the declarations of 'hindcast' see each other. */
function resolveModule(
  name: string,
  from: string,
  files: ReadonlyMap<string, ts.SourceFile>,
): ts.ResolvedModuleFull | undefined {
  const resolvedFileName = name === 'hindcast' ? API_FILE : relativeFile(name, from, files);
  return resolvedFileName === undefined ? undefined : { resolvedFileName, extension: ts.Extension.Ts };
}

function relativeFile(name: string, from: string, files: ReadonlyMap<string, ts.SourceFile>): string | undefined {
  if (!/^\.\.?\//.test(name)) return undefined;
  if (!from.startsWith(STRATEGY_FOLDER)) return `${API_FOLDER}${name.slice(2)}`;
  const path = resolveImport(from.slice(STRATEGY_FOLDER.length), name);
  return path !== null && files.has(`${STRATEGY_FOLDER}${path}`) ? `${STRATEGY_FOLDER}${path}` : undefined;
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

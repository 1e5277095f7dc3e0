import ts from 'typescript-api';
import { HindcastError } from '#shared/domain/errors.ts';
import { MAIN_FILE, splitFiles } from '#shared/domain/strategy-files.ts';
import { unknownNameMessage } from '#worker/sandbox/globals.ts';
import { caretLines, splitLines } from '#worker/sandbox/source-text.ts';
import { strategyProgram } from './strategy-program.ts';

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

/** "Cannot find name" with a hint on Node's, the browser's or a test runner's types, or on another `lib`. */
const ADVISES_TO_ADD_TYPES = new Set([2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593]);
const TYPE_IMPORTED_AS_VALUE = 1484;

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
  const { program, files } = strategyProgram(splitFiles(source));
  return files.flatMap(({ path, source }) => findings(program, source, path === MAIN_FILE ? file : path));
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

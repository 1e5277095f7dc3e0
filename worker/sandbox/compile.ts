import { STRATEGY_GLOBALS, unknownNameMessage } from './globals.ts';
import { type ImportedName, toFunctionBody } from './module-syntax.ts';
import { type SourceText, sourceError } from './source-text.ts';
import { stripTypes } from './strip-types.ts';
import { parseStrategy, type SyntaxTree } from './syntax-tree.ts';

/** A strategy ready to be evaluated: plain data, which can be sent to a thread. */
export interface CompiledStrategy {
  /** Name of the file, for people. */
  file: string;
  /** What the user wrote. */
  source: string;
  /**
   * An expression: a function of the globals that gives a function of the imports that gives the default export.
   * Each line and column is the source's, except that `headLength` characters stand before the first line.
   */
  code: string;
  headLength: number;
  /** What the strategy takes from 'hindcast', in the order of the inner function's parameters. */
  imports: ImportedName[];
}

/** The name of the strategy's code in stack traces, whatever its file is called. */
export const STACK_NAME = 'hindcast-strategy';

/** Names beside STRATEGY_GLOBALS that a strategy may use without declaring them. */
const ALWAYS_BOUND = ['globalThis', 'arguments'];

/**
 * Text that the sandbox refuses wherever it stands outside comments, because a parser could take it for a way
 * out; it can't tell code from a string.
 */
const FORBIDDEN_TEXT: [pattern: RegExp, message: string][] = [
  [/<!--|-->/, 'The characters <!-- and --> are not allowed in strategies: put spaces between them.'],
  [
    /(?<=^|[^.]|\.\.\.)\bimport(?=\s*(?:\(|\/[/*]))/,
    "import( is not allowed in strategies, not even inside a string: only import { … } from 'hindcast' is.",
  ],
  [
    /(?<=^|[^.])\beval(?=\s*\()/,
    'eval( is not allowed in strategies, not even inside a string: write the code itself.',
  ],
];

/**
 * Makes a strategy's source (TypeScript or JavaScript, an ES2024 module) into code for the sandbox: types are
 * blanked out, imports from 'hindcast' become parameters, nothing moves.
 *
 * @param file how the user knows the source; only for messages
 * @throws HindcastError of kind `strategy`, with place and source line: `strategy.syntax`, `strategy.import`,
 *   `strategy.no-default-export`, `strategy.unknown-name`
 */
export function compileStrategy(source: string, file: string): CompiledStrategy {
  const original = sourceText(source, file);
  const stripped = stripTypes(original);
  return compileStripped(original, stripped, parseStrategy(original, stripped), []);
}

/** What the user wrote, without a byte order mark. */
export function sourceText(source: string, file: string): SourceText {
  return { file, text: source.replace(/^\uFEFF/, '') };
}

/**
 * The rest of `compileStrategy`, from the code without types on.
 *
 * @param hidden names that the code has beside the globals, whose values `evaluateStrategy` is given; they are out of
 *   reach of `arguments`, so what the code doesn't name it can't have
 */
export function compileStripped(
  original: SourceText,
  stripped: string,
  tree: SyntaxTree,
  hidden: readonly string[],
): CompiledStrategy {
  const globals = [...STRATEGY_GLOBALS, ...hidden];
  const body = toFunctionBody(original, stripped, tree);
  refuseForbiddenText(original, body.code);
  refuseUnknownNames(original, tree, globals);
  const parameters = body.imports.map(({ local }) => local).join(',');
  const head = `(function(${globals.join(',')}){return function(${parameters}){let ${body.result};`;
  const tail = `\n;return ${body.result}}})\n//# sourceURL=${STACK_NAME}`;
  return {
    file: original.file,
    source: original.text,
    code: head + body.code + tail,
    headLength: head.length,
    imports: body.imports,
  };
}

function refuseForbiddenText(source: SourceText, code: string): void {
  for (const [pattern, message] of FORBIDDEN_TEXT) {
    const found = pattern.exec(code);
    if (found) throw sourceError(source, found.index, { message });
  }
}

/** Inside the sandbox an unknown name is undefined instead of an error: it has to be found before. */
function refuseUnknownNames(source: SourceText, { used, declared }: SyntaxTree, globals: readonly string[]): void {
  const known = new Set<string>([...globals, ...ALWAYS_BOUND, ...declared]);
  const unknown = used.filter(({ name }) => !known.has(name)).toSorted((a, b) => a.start - b.start)[0];
  if (unknown) {
    throw sourceError(source, unknown.start, {
      code: 'strategy.unknown-name',
      message: unknownNameMessage(unknown.name),
    });
  }
}

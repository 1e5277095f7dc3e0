import { MAIN_FILE, splitFiles } from '#shared/domain/strategy-files.ts';
import { STRATEGY_GLOBALS, unknownNameMessage } from './globals.ts';
import { type LinkedModule, linkModules } from './link-modules.ts';
import { type ModuleBody, type ModuleRole, toFunctionBody } from './module-syntax.ts';
import { type SourceText, sourceError } from './source-text.ts';
import { stripTypes } from './strip-types.ts';
import { parseStrategy, type SyntaxTree } from './syntax-tree.ts';

/** A strategy ready to be evaluated: plain data, which can be sent to a thread. */
export interface CompiledStrategy {
  /** Name of the main file, for people. */
  file: string;
  /** What the user wrote: one file, or several as `joinFiles` made it. */
  source: string;
  /**
   * An expression: a function of the globals that gives a list of functions, one for each file, that take what the
   * file imports. That of the main file gives its default export, the others an object with their exports.
   * Each line and column is the source's, except that `headLength` characters stand before the first line.
   */
  code: string;
  headLength: number;
  /** One for each file, in the order of the source: the main file is the first. */
  modules: LinkedModule[];
}

/** Code to be compiled in place of the main file's: the same program, with names that it has beside the globals. */
export interface Rewriting {
  /** The main file without types, rewritten; its lines are those of the original. */
  code: string;
  /** Their values are what `evaluateStrategy` is given; they are out of reach of `arguments` and of other files. */
  hidden: readonly string[];
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
 * Makes a strategy's source (TypeScript or JavaScript, ES2024 modules) into code for the sandbox: types are blanked
 * out, imports become parameters, nothing moves. Of a strategy of several files, those that the main file imports,
 * directly or through others, are compiled.
 *
 * @param source of one file, or of several as `joinFiles` made it
 * @param file how the user knows the main file; only for messages, where the others have their paths
 * @throws HindcastError of kind `strategy`, with place and source line: `strategy.syntax`, `strategy.import`,
 *   `strategy.no-default-export`, `strategy.unknown-name`
 */
export function compileStrategy(source: string, file: string, rewriting?: Rewriting): CompiledStrategy {
  const whole = sourceText(source, file);
  const globals = [...STRATEGY_GLOBALS, ...(rewriting?.hidden ?? [])];
  const { modules, bodies } = linkModules(whole, (original, role) => {
    if (role.isMain && rewriting !== undefined) return compileFile(original, rewriting.code, globals, role);
    return compileFile(original, stripTypes(original), STRATEGY_GLOBALS, role);
  });
  const head = `(function(${globals.join(',')}){return[${moduleHead(bodies[0])}`;
  const parts = modules.map(({ text }, i) => `${bodies[i]?.code ?? text.replace(/[^\r\n\u2028\u2029]/g, ' ')}\n`);
  // Between two files stands the line that names the second one: there the one ends and the other begins.
  const seams = bodies.map(
    (body, i) => `${moduleTail(body)}${i + 1 < bodies.length ? `,${moduleHead(bodies[i + 1])}\n` : ']})'}`,
  );
  return {
    file,
    source: whole.text,
    code: `${head}${parts.map((part, i) => part + seams[i]).join('')}\n//# sourceURL=${STACK_NAME}`,
    headLength: head.length,
    modules,
  };
}

/** What the user wrote, without a byte order mark. */
export function sourceText(source: string, file: string): SourceText {
  return { file, text: source.replace(/^\uFEFF/, '') };
}

/** The main file of a source. */
export function mainText(source: string, file: string): SourceText {
  const { text } = sourceText(source, file);
  return { file, text: splitFiles(text)[MAIN_FILE] ?? '' };
}

function compileFile(original: SourceText, stripped: string, globals: readonly string[], role: ModuleRole): ModuleBody {
  const tree = parseStrategy(original, stripped);
  const body = toFunctionBody(original, stripped, tree, role);
  refuseForbiddenText(original, body.code);
  refuseUnknownNames(original, tree, globals);
  return body;
}

/** A file that nobody imports leaves its lines, with blanks on them. */
function moduleHead(body: ModuleBody | null | undefined): string {
  if (!body) return 'null';
  return `function(${body.imports.map(({ local }) => local).join(',')}){let ${body.result};`;
}

function moduleTail(body: ModuleBody | null): string {
  if (body === null) return '';
  const { isMain, exports, result } = body;
  if (isMain) return `;return ${result}}`;
  const members = exports.map(({ exported, local }) => `,${JSON.stringify(exported)}:${local}`);
  return `;return {__proto__:null${members.join('')}}}`;
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

import { createRequire } from 'node:module';
import { sentence } from '#shared/domain/sentence.ts';
import { type SourceText, sourceError } from './source-text.ts';

type Stripper = typeof import('amaro');

/** What the stripper throws on wrong source: a plain object, line from 1 and column from 0. */
interface StripperComplaint {
  code: 'UnsupportedSyntax' | 'InvalidSyntax';
  message: string;
  startLine: number;
  startColumn: number;
}

const require = createRequire(import.meta.url);

/** TypeScript syntax that has a run-time meaning of its own: what the stripper calls it, and what to write. */
const NOT_ERASABLE: [pattern: RegExp, what: string, instead: string][] = [
  [/enum/, 'enum', 'use const Side = { Long: 1, Short: -1 } as const'],
  [/namespace|module/, 'namespace', 'use plain functions and constants'],
  [/parameter property/, 'A parameter property', 'declare the field and assign it in the constructor'],
  [/import equals/, 'import … =', "use import { … } from 'hindcast'"],
  [/export assignment/, 'export =', 'use export default strategy({ … })'],
  [/angle-bracket/, 'A type assertion in angle brackets', 'use value as Type'],
];

/**
 * The source with its types blanked out: same length, same lines, every other character where it was.
 * @throws HindcastError `strategy.syntax`
 */
export function stripTypes(source: SourceText): string {
  const { transformSync } = require('amaro') as Stripper;
  try {
    return transformSync(source.text, { mode: 'strip-only' }).code;
  } catch (thrown) {
    if (isComplaint(thrown)) throw complaintError(source, thrown);
    discardStripper();
    throw sourceError(source, 0, {
      message: 'The strategy is nested too deeply to be read.',
      hint: 'Split long expressions and deeply nested blocks into functions.',
    });
  }
}

/** A stripper that overflowed its stack is broken for good and would refuse every later strategy. */
function discardStripper(): void {
  for (const path of Object.keys(require.cache)) {
    if (/[\\/]amaro[\\/]/.test(path)) delete require.cache[path];
  }
}

function isComplaint(thrown: unknown): thrown is StripperComplaint {
  return typeof thrown === 'object' && thrown !== null && 'startLine' in thrown && 'startColumn' in thrown;
}

function complaintError(source: SourceText, { code, message, startLine, startColumn }: StripperComplaint) {
  const offset = offsetAtDisplayColumn(source.text, startLine, startColumn);
  if (code === 'InvalidSyntax') return sourceError(source, offset, { message: sentence(message) });
  const known = NOT_ERASABLE.find(([pattern]) => pattern.test(message));
  if (known === undefined) return sourceError(source, offset, { message: sentence(message) });
  const [, what, instead] = known;
  return sourceError(source, offset, { message: `${what} is not supported in strategies: ${instead}.` });
}

const WIDE =
  /(?!\p{RI})[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ZERO_WIDTH = /[\p{Cc}\p{Cf}\p{Mn}\p{Me}]/u;

/**
 * The stripper counts columns as a terminal shows them, with tabs four wide and one more for a character outside
 * the basic plane, and doesn't end lines at U+2028.
 */
function offsetAtDisplayColumn(text: string, line: number, displayColumn: number): number {
  const lineEnds = [...text.matchAll(/\r\n|[\n\r]/g)];
  const before = lineEnds[line - 2];
  let offset = before === undefined ? 0 : before.index + before[0].length;
  let column = 0;
  for (const char of text.slice(offset)) {
    if (column >= displayColumn) break;
    column += displayWidth(char) + char.length - 1;
    offset += char.length;
  }
  return offset;
}

function displayWidth(char: string): number {
  if (char === '\t') return 4;
  if (ZERO_WIDTH.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

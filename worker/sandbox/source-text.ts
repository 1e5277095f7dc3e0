import { HindcastError, type SourceLocation } from '#shared/domain/errors.ts';

/** The text of a strategy with the name the user knows it by. */
export interface SourceText {
  file: string;
  text: string;
}

/** How much of a long line is shown around the place of an error. */
const SHOWN_COLUMNS = 160;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** The lines of a text as JavaScript counts them: LF, CR, CRLF, U+2028 and U+2029 end a line. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END);
}

/**
 * Line and column, both from 1, of an offset into the text.
 * @param offset in UTF-16 units, as editors count columns; beyond the end means the end
 */
export function locationAt({ file, text }: SourceText, offset: number): SourceLocation {
  let line = 1;
  let lineStart = 0;
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    if (index + end.length > offset) break;
    line += 1;
    lineStart = index + end.length;
  }
  return { file, line, column: Math.min(offset, text.length) - lineStart + 1 };
}

/**
 * The source line and below it a caret under the column. Tabs are kept, so that both lines agree; of a very long
 * line only the part around the column is given.
 */
export function caretLines(text: string, line: number, column: number): [string, string] {
  const whole = splitLines(text)[line - 1] ?? '';
  const from = column <= SHOWN_COLUMNS ? 0 : column - SHOWN_COLUMNS / 2;
  const shown = whole.slice(from, from + SHOWN_COLUMNS);
  const before = whole.slice(from, column - 1);
  return [shown, `${Array.from(before, (char) => (char === '\t' ? '\t' : ' ')).join('')}^`];
}

/** An error in the text of a strategy, with its place and the source line. */
export function sourceError(
  source: SourceText,
  offset: number,
  problem: { code?: string; message: string; hint?: string },
): HindcastError {
  const at = locationAt(source, offset);
  return new HindcastError({
    kind: 'strategy',
    code: 'strategy.syntax',
    ...problem,
    at,
    lines: caretLines(source.text, at.line, at.column),
  });
}

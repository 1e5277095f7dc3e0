import { describe, expect, test } from 'vitest';
import { caretLines, locationAt } from './source-text.ts';

describe('locationAt', () => {
  const source = { file: 's.ts', text: 'ab\r\ncd\re\u2028\n' };
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 1, 4],
    [4, 2, 1],
    [7, 3, 1],
    [9, 4, 1],
    [10, 5, 1],
    [99, 5, 1],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(locationAt(source, offset)).toEqual({ file: 's.ts', line, column });
  });
});

describe('caretLines', () => {
  test('keeps tabs and counts a character outside the basic plane once', () => {
    expect(caretLines('x\n\ta😀 b', 2, 6)).toEqual(['\ta😀 b', '\t   ^']);
  });

  test('shows the part of a long line around the column', () => {
    const text = `${'a'.repeat(500)}!${'b'.repeat(500)}`;
    expect(caretLines(text, 1, 501)).toEqual([`${'a'.repeat(79)}!${'b'.repeat(80)}`, `${' '.repeat(79)}^`]);
  });

  test('shows an empty line beyond the end', () => {
    expect(caretLines('', 7, 1)).toEqual(['', '^']);
  });
});

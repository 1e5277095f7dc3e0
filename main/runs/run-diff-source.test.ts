import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SourceHunk, sourceHunks } from './run-diff-source.ts';

const letters = (text: string) => [...text].join('\n');
const written = (hunks: readonly SourceHunk[]) =>
  hunks.map(({ startA, startB, lines }) => {
    const signs = { same: ' ', removed: '-', added: '+' };
    return `${startA},${startB}:${lines.map(({ kind, text }) => signs[kind] + text).join('')}`;
  });

/** Puts the changed lines into A. */
function patched(a: string, hunks: readonly SourceHunk[]): string {
  const lines = a.split('\n');
  for (const hunk of [...hunks].reverse()) {
    const own = (absent: 'added' | 'removed') =>
      hunk.lines.filter(({ kind }) => kind !== absent).map(({ text }) => text);
    const replaced = lines.splice(hunk.startA - 1, own('added').length, ...own('removed'));
    expect(replaced).toEqual(own('added'));
  }
  return lines.join('\n');
}

describe('the changed lines', () => {
  test.each([
    ['none', 'abc', 'abc', []],
    ['one in the middle, with two lines around', 'abcdefg', 'abcXefg', ['2,2: b c-d+X e f']],
    ['at the start', 'abcd', 'Xbcd', ['1,1:-a+X b c']],
    ['at the end', 'abcd', 'abcX', ['2,2: b c-d+X']],
    ['added', 'abcd', 'abXcd', ['1,1: a b+X c d']],
    ['removed', 'abcd', 'acd', ['1,1: a-b c d']],
    ['all', 'ab', 'XY', ['1,1:-a-b+X+Y']],
    ['near each other are one stretch', 'abcdefghi', 'abXdefYhi', ['1,1: a b-c+X d e f-g+Y h i']],
    [
      'that touch with their surroundings are one stretch',
      'abcdefghij',
      'abXdefgYij',
      ['1,1: a b-c+X d e f g-h+Y i j'],
    ],
    ['far from each other are two', 'abcdefghijk', 'aXcdefgZhiYk', ['1,1: a-b+X c d', '6,6: f g+Z h i-j+Y k']],
    ['counted on after an added line', 'abcdefghij', 'aXbcdefghiY', ['1,1: a+X b c', '8,9: h i-j+Y']],
  ])('%s', (_, a, b, hunks) => expect(written(sourceHunks(letters(a), letters(b)))).toEqual(hunks));

  test('line ends are no change of a line', () => {
    expect(sourceHunks('a\nb\n', 'a\r\nb\r\n')).toEqual([]);
  });

  test('make one text of the other, and are as few as can be', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 25 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const hunks = sourceHunks(a, b);
        expect(patched(a, hunks)).toBe(b);
        const [own, shared] = [a.split('\n').length, longestCommon(a.split('\n'), b.split('\n'))];
        const removed = hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'removed')).length;
        expect(removed).toBe(own - shared);
      }),
    );
  });

  test('of texts too long to compare line by line are all that lies between the first and the last one', () => {
    const long = (name: string) => Array.from({ length: 2_100 }, (_, i) => (i === 1_000 ? 'same' : `${name} ${i}`));
    const [hunk] = sourceHunks(['head', ...long('a'), 'tail'].join('\n'), ['head', ...long('b'), 'tail'].join('\n'));
    expect(hunk?.lines.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual(['head', 'tail']);
    expect(hunk?.lines.filter(({ kind }) => kind === 'removed')).toHaveLength(2_100);
    expect(hunk?.lines.filter(({ kind }) => kind === 'added')).toHaveLength(2_100);
  });
});

function longestCommon([a, ...restOfA]: string[], b: readonly string[]): number {
  const lengths = new Array<number>(b.length + 1).fill(0);
  for (let line = a, rest = restOfA; line !== undefined; [line, ...rest] = rest) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = lengths[j] as number;
      lengths[j] = line === b[j - 1] ? diagonal + 1 : Math.max(above, lengths[j - 1] as number);
      diagonal = above;
    }
  }
  return lengths.at(-1) as number;
}

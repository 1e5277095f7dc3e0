import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FILE_MARK, joinFiles, listedFiles, placeInFiles, STRATEGY_PATH, splitFiles } from './strategy-files.ts';

const path = fc.stringMatching(/^(lib\/|shared\/|a-b\/c_d\/){0,2}[a-z0-9_-][a-z0-9_.-]{0,5}\.ts$/);
const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' //#file a.ts', '//#fil a.ts', '//'));
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\u2028')))
  .map((lines) => lines.flat().join(''))
  .filter((joined) => !new RegExp(`(^|\\n)${FILE_MARK}`).test(joined));
const files = fc
  .tuple(text, fc.dictionary(path, text))
  .map(([main, others]): Record<string, string> => ({ ...others, 'main.ts': main }));

describe('files as one text', () => {
  it('come back as they were, whatever their order was', () => {
    fc.assert(
      fc.property(files, (all) => {
        const joined = joinFiles(all);
        expect(splitFiles(joined)).toEqual(all);
        expect(joinFiles(Object.fromEntries(Object.entries(all).reverse()))).toBe(joined);
      }),
    );
  });

  it('is the text itself where there is one file', () => {
    fc.assert(
      fc.property(text, (main) => {
        expect(joinFiles({ 'main.ts': main })).toBe(main);
      }),
    );
  });

  it('says which line of which file each line is', () => {
    fc.assert(
      fc.property(files, (all) => {
        const joined = joinFiles(all);
        const lines = joined.split(/\r\n|[\n\r\u2028\u2029]/);
        lines.forEach((whole, i) => {
          const place = placeInFiles(joined, i + 1);
          if (place === null) expect(whole.startsWith(FILE_MARK)).toBe(true);
          else expect(all[place.path]?.split(/\r\n|[\n\r\u2028\u2029]/)[place.line - 1]).toBe(whole);
        });
        expect(placeInFiles(joined, 0)).toBeNull();
        expect(placeInFiles(joined, lines.length + 1)).toBeNull();
      }),
    );
  });

  it('has its main file first, then the others by their paths', () => {
    const joined = joinFiles({ 'z.ts': 'z', 'lib/a.ts': 'a', 'main.ts': 'm' });
    expect(joined).toBe('m\n//#file lib/a.ts\na\n//#file z.ts\nz');
    expect(placeInFiles(joined, 1)).toEqual({ path: 'main.ts', line: 1 });
    expect(placeInFiles(joined, 2)).toBeNull();
    expect(placeInFiles(joined, 5)).toEqual({ path: 'z.ts', line: 1 });
  });

  it('lists what a person wrote, the same file twice too', () => {
    expect(listedFiles('m\n//#file a.ts\n1\n//#file a.ts\n2')).toEqual([
      ['main.ts', 'm'],
      ['a.ts', '1'],
      ['a.ts', '2'],
    ]);
  });
});

test.each([
  ['main.ts', true],
  ['lib/bands.v2.ts', true],
  ['a-b/c_d/E.ts', true],
  ['../main.ts', false],
  ['lib/../main.ts', false],
  ['/main.ts', false],
  ['lib//main.ts', false],
  ['.hidden.ts', false],
  ['.git/main.ts', false],
  ['main.js', false],
  ['main.ts\n', false],
  ['a b.ts', false],
  ['a\\b.ts', false],
  ['.ts', false],
])('%j is a path: %s', (candidate, isPath) => {
  expect(STRATEGY_PATH.test(candidate)).toBe(isPath);
});

import { expect, it, test } from 'vitest';
import { beginningSchema } from './strategies.ts';
import { LONGEST_SOURCE, MOST_FILES, strategyFilesSchema } from './strategy.ts';

const accepts = (files: Record<string, string>) => strategyFilesSchema.safeParse(files).success;

test.each([
  [{ 'main.ts': '' }, true],
  [{ 'main.ts': 'x'.repeat(LONGEST_SOURCE) }, true],
  [{ 'main.ts': 'x'.repeat(LONGEST_SOURCE + 1) }, false],
  [{ 'main.ts': 'x'.repeat(LONGEST_SOURCE), 'a.ts': 'x' }, false],
  [{ '../main.ts': '' }, false],
  [{ 'main.ts': 'a\n//#file b.ts' }, false],
  [{ 'main.ts': '//#file b.ts' }, false],
  [{ 'main.ts': 'a //#file b.ts' }, true],
  [{ 'main.ts': '"\ud800"' }, false],
])('files %#: %s', (files, isAccepted) => {
  expect(accepts(files)).toBe(isAccepted);
});

it('has a limit to the number of files', () => {
  const files = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}a.ts`, '']));
  expect([accepts(files(MOST_FILES)), accepts(files(MOST_FILES + 1))]).toEqual([true, false]);
});

test.each([
  ['one', true],
  ['one\n//#file lib/a.ts\ntwo', true],
  ['one\n//#file ../a.ts\ntwo', false],
  ['//#file a.ts\none', false],
  ['one\n//#file a.ts\n//#file b.ts', false],
])('a text that is files: %j %s', (text, isAccepted) => {
  expect(beginningSchema.safeParse({ kind: 'text', text }).success).toBe(isAccepted);
});

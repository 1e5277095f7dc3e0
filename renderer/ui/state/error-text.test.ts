import { expect, test } from 'vitest';
import { errorText } from './error-text.ts';

test('all that is known of an error', () => {
  expect(
    errorText({
      kind: 'data',
      code: 'data.bad-rows',
      message: '2 rows are bad.',
      hint: 'Mend them.',
      at: { file: 'a.csv', line: 3, column: 1 },
      lines: ['3: no price', '9: no time'],
    }),
  ).toBe('data.bad-rows: 2 rows are bad.\nMend them.\nat a.csv:3:1\n3: no price\n9: no time');
});

test('the least that is known', () => {
  expect(errorText({ kind: 'run', code: 'run.lost', message: 'Lost.' })).toBe('run.lost: Lost.');
});

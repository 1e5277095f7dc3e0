import { expect, test } from 'vitest';
import { verdictOf } from './verify-words.ts';

const same = {
  kind: 'verify',
  run: 'abc',
  isVerified: true,
  stored: 'a'.repeat(64),
  fresh: 'a'.repeat(64),
  isIntact: true,
  engineThen: 7,
  engineNow: 7,
} as const;
const other = { ...same, isVerified: false, isIntact: false, fresh: 'b'.repeat(64) };

test.each([
  [same, 'ok', 'Verified, bit for bit', 'it gave the same result, aaaaaaaa…'],
  [{ ...same, isVerified: false, isIntact: false }, 'error', 'What is stored was changed', 'don’t rely on this one'],
  [{ ...other, stored: null }, 'warn', 'Nothing to compare with', 'no stored result'],
  [
    { ...other, engineNow: 8 },
    'warn',
    'Another result, from another engine',
    'engine 7, and engine 8 computes bbbbbbbb… instead of aaaaaaaa….',
  ],
  [other, 'error', 'Not the same result', 'computed bbbbbbbb… instead of aaaaaaaa….'],
] as const)('%#', (result, tone, title, words) => {
  const verdict = verdictOf(result);
  expect(verdict).toMatchObject({ tone, title });
  expect(verdict.body).toContain(words);
});

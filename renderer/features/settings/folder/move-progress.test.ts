import { expect, test } from 'vitest';
import { moveProgress } from './move-progress.ts';

test.each([
  [null, { fraction: null, words: 'looking at the folder' }],
  [
    { step: 'copying', done: 1_240_000, total: 2_480_000 },
    { fraction: 0.5, words: '1.24 MB of 2.48 MB' },
  ],
  [
    { step: 'copying', done: 0, total: 0 },
    { fraction: 0, words: '0 bytes of 0 bytes' },
  ],
  [
    { step: 'checking', done: 5, total: 5 },
    { fraction: null, words: 'comparing the copy with the original' },
  ],
] as const)('%j', (progress, shown) => {
  expect(moveProgress(progress)).toEqual(shown);
});

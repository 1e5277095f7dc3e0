import { expect, test } from 'vitest';
import { paramsInWords } from './params-in-words.ts';

test.each([
  [{}, ''],
  [{ fast: 12, slow: 48 }, 'fast 12 · slow 48'],
  [{ z: -1.5, exits: true, shorts: false, on: 'close-only' }, 'z −1.5 · exits on · shorts off · on close-only'],
])('%j', (params, words) => {
  expect(paramsInWords(params)).toBe(words);
});

import { expect, test } from 'vitest';
import { rowAfterKey } from './grid-keys.ts';

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['PageDown', 5, 14],
  ['PageUp', 50, 41],
  ['Home', 50, 0],
  ['End', 5, 99],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 3, 0],
  ['ArrowDown', null, 0],
  ['PageDown', null, 0],
  ['End', null, 99],
  ['a', 5, null],
  ['a', null, null],
] as const)('%s from %s', (key, selected, row) => {
  expect(rowAfterKey(key, selected, 100, 10)).toBe(row);
});

test('a page is a row at least', () => {
  expect(rowAfterKey('PageDown', 5, 100, 1)).toBe(6);
});

test('nothing leads anywhere without rows', () => {
  expect(rowAfterKey('End', null, 0, 10)).toBeNull();
});

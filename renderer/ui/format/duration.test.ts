import { expect, test } from 'vitest';
import { formatAge, formatDuration } from './duration.ts';

test.each([
  [0, '0 ms'],
  [340, '340 ms'],
  [999.6, '1 s'],
  [9_400, '9.4 s'],
  [9_960, '10 s'],
  [14_200, '14 s'],
  [59_960, '1 m 00 s'],
  [134_000, '2 m 14 s'],
  [3_599_700, '1 h 00 m'],
  [3_780_000, '1 h 03 m'],
  [86_399_000, '1 d 0 h'],
  [12 * 86_400_000 + 4 * 3_600_000, '12 d 4 h'],
  [-1, '–'],
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
])('%d ms', (duration, text) => {
  expect(formatDuration(duration)).toBe(text);
});

test.each([
  [-5, 'just now'],
  [9_999, 'just now'],
  [10_000, '10 s ago'],
  [59_999, '59 s ago'],
  [60_000, '1 m ago'],
  [3_600_000, '1 h ago'],
  [86_400_000, '1 d ago'],
  [Number.NaN, '–'],
])('%d ms ago', (age, text) => {
  expect(formatAge(age)).toBe(text);
});

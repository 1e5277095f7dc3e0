import { expect, test } from 'vitest';
import { formatDay, formatTime } from './time-utc.ts';

test.each([
  [Date.UTC(2025, 2, 28, 9), '2025-03-28 09:00'],
  [Date.UTC(2025, 2, 28), '2025-03-28 00:00'],
  [Date.UTC(2025, 2, 28, 9, 0, 7), '2025-03-28 09:00:07'],
  [Date.UTC(2025, 2, 28, 9, 0, 0, 250), '2025-03-28 09:00:00.250'],
  [Number.NaN, '–'],
  [8.65e15, '–'],
  [8.64e15, '–'],
])('%d', (time, text) => {
  expect(formatTime(time)).toBe(text);
});

test('the day alone', () => {
  expect(formatDay(Date.UTC(2025, 2, 28, 9))).toBe('2025-03-28');
  expect(formatDay(Number.NaN)).toBe('–');
});

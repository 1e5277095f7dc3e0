import { expect, test } from 'vitest';
import { isoTime } from './iso-time.ts';

test.each([
  [Date.UTC(2010, 4, 31), '2010-05-31'],
  [Date.UTC(2010, 4, 31, 14, 30), '2010-05-31T14:30:00Z'],
  [Date.UTC(2010, 4, 31, 0, 0, 0, 5), '2010-05-31T00:00:00.005Z'],
])('%d is %s', (time, text) => {
  expect(isoTime(time)).toBe(text);
});

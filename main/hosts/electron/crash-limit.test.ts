import { expect, test } from 'vitest';
import { CrashLimit } from './crash-limit.ts';

test('a window opens again three times a minute', () => {
  const limit = new CrashLimit();
  expect([0, 10_000, 20_000].map((time) => limit.mayReopen(time))).toEqual([true, true, true]);
  expect(limit.mayReopen(59_999)).toBe(false);
});

test('crashes are forgotten after a minute', () => {
  const limit = new CrashLimit();
  for (const time of [0, 1, 2]) limit.mayReopen(time);
  expect(limit.mayReopen(60_000)).toBe(true);
  expect(limit.mayReopen(60_000)).toBe(false);
});

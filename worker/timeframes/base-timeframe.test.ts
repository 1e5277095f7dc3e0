import { expect, test } from 'vitest';
import { baseTimeframe } from './base-timeframe.ts';

const HOUR = 3_600_000;

/** Opening times with these distances between them, in hours. */
function after(...steps: number[]): Float64Array {
  const times = [0];
  for (const step of steps) times.push((times.at(-1) ?? 0) + step * HOUR);
  return Float64Array.from(times);
}

test.each([
  ['hours', after(1, 1, 1, 18, 1), '1h'],
  ['two bars of four hours a day', after(20, 4, 20, 4, 20), '4h'],
  ['days with weekends and a change of clocks', after(24, 72, 24, 23, 24, 24, 24, 72), '1d'],
  ['months', after(31 * 24, 29 * 24, 31 * 24, 30 * 24), '1M'],
  ['minutes of which most are missing', after(...[3, 7, 5, 1, 8, 3, 4, 9, 6, 5].map((step) => step / 60)), '1m'],
  ['days and one bar that strayed among them', after(...Array.from({ length: 11 }, () => 24), 1), '1d'],
  ['one bar, of which nothing is known', after(), '1s'],
  ['no bars', new Float64Array(0), '1s'],
])('%s', (_, time, timeframe) => {
  expect(baseTimeframe(time)).toBe(timeframe);
});

test('later bars have no say', () => {
  const days = Array.from({ length: 199 }, () => 24);
  const minutes = Array.from({ length: 5_000 }, () => 1 / 60);
  expect(baseTimeframe(after(...days, ...minutes))).toBe('1d');
  expect(baseTimeframe(after(...days.slice(30), ...minutes))).toBe('1m');
});

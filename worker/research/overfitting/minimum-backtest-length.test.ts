import { expect, it } from 'vitest';
import { minimumBacktestLength } from './minimum-backtest-length.ts';

it('is five years for 45 trials, as in the paper', () => {
  expect(minimumBacktestLength(1, 45)).toBeCloseTo(4.998087, 6);
});

it('is shorter the better the ratio, and none without a choice', () => {
  expect(minimumBacktestLength(2, 45)).toBeCloseTo(4.998087 / 4, 6);
  expect(minimumBacktestLength(1, 1)).toBe(0);
  expect(minimumBacktestLength(0, 45)).toBe(Number.POSITIVE_INFINITY);
});

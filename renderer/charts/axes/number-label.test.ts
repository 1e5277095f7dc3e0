import { describe, expect, test } from 'vitest';
import { decimalsOf, numberLabel, percentLabel, shortLabel } from './number-label.ts';

test.each([
  [85_850, 0, '85,850'],
  [-1234.5, 2, '−1,234.50'],
  [-0.001, 2, '0.00'],
  [999, 0, '999'],
  [1_234_567.891, 1, '1,234,567.9'],
  [Number.NaN, 2, '–'],
])('numberLabel(%d, %d) is %s', (value, decimals, text) => {
  expect(numberLabel(value, decimals)).toBe(text);
});

test.each([
  [0, '0'],
  [7, '7'],
  [0.25, '0.25'],
  [950, '950'],
  [999.9, '1k'],
  [1_000, '1k'],
  [1_204.6, '1.2k'],
  [12_340, '12.3k'],
  [123_400, '123k'],
  [-4_500_000, '−4.5M'],
  [2e9, '2B'],
  [3.25e12, '3.25T'],
  [Number.POSITIVE_INFINITY, '–'],
])('shortLabel(%d) is %s', (value, text) => {
  expect(shortLabel(value)).toBe(text);
});

test.each([
  [0.0093, '+0.93\u2009%'],
  [-0.0973, '−9.73\u2009%'],
  [0, '0.00\u2009%'],
  [0.000001, '0.00\u2009%'],
  [Number.NaN, '–'],
])('percentLabel(%d) is %s', (value, text) => {
  expect(percentLabel(value)).toBe(text);
});

describe('decimalsOf', () => {
  test.each([
    [[100, 2_000], 0],
    [[100.5, 99.25], 2],
    [[1.08453, 1.1], 5],
    [[0.1 + 0.2], 1],
    [[Number.NaN, 3.5], 1],
    [[1 / 3], 8],
    [[], 0],
  ])('of %j is %d', (prices, decimals) => {
    expect(decimalsOf(prices)).toBe(decimals);
  });
});

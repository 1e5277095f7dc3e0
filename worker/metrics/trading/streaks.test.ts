import { describe, expect, it } from 'vitest';
import { inputTrading } from '../source.fixture.ts';
import { maxConsecutiveLosses, maxConsecutiveWins } from './streaks.ts';

describe('streaks', () => {
  it('are the longest rows of one sign', () => {
    const input = inputTrading([1, 2, -1, -1, -1, 3, 4, 5, 6, -1]);
    expect(maxConsecutiveWins.compute(input)).toBe(4);
    expect(maxConsecutiveLosses.compute(input)).toBe(3);
  });

  it('end with a trade that broke even', () => {
    const input = inputTrading([1, 0, 1, -1, 0, -1]);
    expect(maxConsecutiveWins.compute(input)).toBe(1);
    expect(maxConsecutiveLosses.compute(input)).toBe(1);
  });

  it('are 0 without trades', () => {
    expect(maxConsecutiveWins.compute(inputTrading([]))).toBe(0);
    expect(maxConsecutiveLosses.compute(inputTrading([]))).toBe(0);
  });
});

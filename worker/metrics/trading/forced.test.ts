import { describe, expect, it } from 'vitest';
import { inputTrading } from '../source.fixture.ts';
import { profitForced, tradesForced } from './forced.ts';

describe('forced closes', () => {
  it('are counted, with the profit that hangs on them', () => {
    const input = inputTrading([10, -5, 40, -7], 2);
    expect(tradesForced.compute(input)).toBe(2);
    expect(profitForced.compute(input)).toBe(33);
  });

  it('are none where the strategy ended every trade', () => {
    expect(tradesForced.compute(inputTrading([10, -5]))).toBe(0);
    expect(profitForced.compute(inputTrading([10, -5]))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { inputTrading } from '../source.fixture.ts';
import { trades } from './trades.ts';

describe('trades', () => {
  it('counts round trips, forced ones included', () => {
    expect(trades.compute(inputTrading([1, 2, 3], 1))).toBe(3);
    expect(trades.compute(inputTrading([]))).toBe(0);
  });
});

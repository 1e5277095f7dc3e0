import { describe, expect, it } from 'vitest';
import { inputTrading, inputWith, tradesWith } from '../source.fixture.ts';
import { averageBarsHeld } from './average-bars-held.ts';

describe('average holding time', () => {
  it('is the mean distance from entry to exit', () => {
    const trades = { ...tradesWith([1, 1]), exitBar: Int32Array.of(3, 6) };
    expect(averageBarsHeld.compute(inputWith(Float64Array.of(1, 1), { trades }))).toBe(4);
  });

  it('is undefined without trades', () => {
    expect(averageBarsHeld.compute(inputTrading([]))).toBeNaN();
  });
});

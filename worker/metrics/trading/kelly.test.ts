import { describe, expect, it } from 'vitest';
import { inputTrading, TEN_PROFITS } from '../source.fixture.ts';
import { kelly } from './kelly.ts';

describe('Kelly fraction', () => {
  it('is 29 % on the ten trades', () => {
    expect(kelly.compute(inputTrading(TEN_PROFITS))).toBeCloseTo(0.2917431193, 10);
  });

  it('is negative when the odds are against', () => {
    expect(kelly.compute(inputTrading([10, -10, -10]))).toBeCloseTo(-1 / 3, 12);
  });

  it('is undefined without a win, without a loss, without trades', () => {
    expect(kelly.compute(inputTrading([5, 7]))).toBeNaN();
    expect(kelly.compute(inputTrading([-5]))).toBeNaN();
    expect(kelly.compute(inputTrading([]))).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import { inputTrading, TEN_PROFITS } from '../source.fixture.ts';
import { profitFactor, profitFactorClosed } from './profit-factor.ts';

describe('profit factor', () => {
  it('is 1.95 on the ten trades', () => {
    expect(profitFactor.compute(inputTrading(TEN_PROFITS))).toBeCloseTo(1.9464285714, 10);
  });

  it('is undefined without a loss, 0 without a win', () => {
    expect(profitFactor.compute(inputTrading([5, 7]))).toBeNaN();
    expect(profitFactor.compute(inputTrading([]))).toBeNaN();
    expect(profitFactor.compute(inputTrading([-5]))).toBe(0);
  });

  it('leaves out forced closes where asked to', () => {
    expect(profitFactorClosed.compute(inputTrading([6, -3, 100], 1))).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { inputTrading, TEN_PROFITS } from '../source.fixture.ts';
import { payoffRatio } from './payoff-ratio.ts';

describe('payoff ratio', () => {
  it('is the average win against the average loss', () => {
    expect(payoffRatio.compute(inputTrading(TEN_PROFITS))).toBeCloseTo(545 / 6 / 70, 12);
  });

  it('is undefined without a win, without a loss, without trades', () => {
    expect(payoffRatio.compute(inputTrading([5, 7]))).toBeNaN();
    expect(payoffRatio.compute(inputTrading([-5]))).toBeNaN();
    expect(payoffRatio.compute(inputTrading([]))).toBeNaN();
  });
});

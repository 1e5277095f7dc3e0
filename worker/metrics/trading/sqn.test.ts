import { describe, expect, it } from 'vitest';
import { inputTrading, TEN_PROFITS } from '../source.fixture.ts';
import { sqn, sqnClosed } from './sqn.ts';

describe('system quality number', () => {
  it('is 0.86 on the ten trades', () => {
    expect(sqn.compute(inputTrading(TEN_PROFITS))).toBeCloseTo(0.8555190233, 10);
  });

  it('leaves out forced closes where asked to', () => {
    expect(sqnClosed.compute(inputTrading([...TEN_PROFITS, 1e6], 1))).toBeCloseTo(0.8555190233, 10);
  });

  it('is undefined with one trade, without trades, and when all made the same', () => {
    expect(sqn.compute(inputTrading([5]))).toBeNaN();
    expect(sqn.compute(inputTrading([]))).toBeNaN();
    expect(sqn.compute(inputTrading([0.1, 0.1, 0.1]))).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import { inputTrading, TEN_PROFITS } from '../source.fixture.ts';
import { expectancy, expectancyClosed } from './expectancy.ts';

describe('expectancy', () => {
  it('is 26.5 on the ten trades', () => {
    expect(expectancy.compute(inputTrading(TEN_PROFITS))).toBe(26.5);
  });

  it('leaves out forced closes where asked to', () => {
    expect(expectancyClosed.compute(inputTrading([6, -3, 100], 1))).toBe(1.5);
  });

  it('is undefined without trades', () => {
    expect(expectancy.compute(inputTrading([]))).toBeNaN();
  });
});

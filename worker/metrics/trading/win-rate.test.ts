import { describe, expect, it } from 'vitest';
import { inputTrading, TEN_PROFITS } from '../source.fixture.ts';
import { winRate, winRateClosed } from './win-rate.ts';

describe('win rate', () => {
  it('is 60 % of the ten trades', () => {
    expect(winRate.compute(inputTrading(TEN_PROFITS))).toBe(0.6);
  });

  it('does not take a trade that broke even for a win', () => {
    expect(winRate.compute(inputTrading([0, 5]))).toBe(0.5);
  });

  it('leaves out forced closes where asked to, and says so', () => {
    expect(winRateClosed.compute(inputTrading([-1, 5, 7, 8], 2))).toBe(0.5);
    expect(winRateClosed).toMatchObject({ id: 'winRateClosed', unit: 'fraction' });
    const { convention } = winRateClosed;
    expect(typeof convention === 'string' ? convention : convention(inputTrading([]))).toBe(
      'net profit above 0; without forced closes',
    );
  });

  it('is undefined without trades', () => {
    expect(winRate.compute(inputTrading([]))).toBeNaN();
    expect(winRateClosed.compute(inputTrading([5], 1))).toBeNaN();
  });
});

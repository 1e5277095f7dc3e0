import { expect, test } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { SMA } from './average/sma.ts';
import { checkIndicatorParams } from './check.ts';
import type { Indicator } from './indicator.ts';
import { MACD } from './momentum/macd.ts';
import { QUANTILE } from './statistics/quantile.ts';
import { LINEARREG } from './trend/linearreg.ts';
import { BBANDS } from './volatility/bbands.ts';
import { OBV } from './volume/obv.ts';

function refusal(indicator: Indicator, ...args: unknown[]): string {
  try {
    checkIndicatorParams(indicator, args);
  } catch (error) {
    if (error instanceof HindcastError) {
      expect(error.detail).toMatchObject({ kind: 'strategy', code: 'strategy.indicator' });
      return error.message;
    }
    throw error;
  }
  throw new Error('accepted');
}

test('given parameters stay, missing ones take their defaults', () => {
  expect(checkIndicatorParams(SMA, [1])).toEqual([1]);
  expect(checkIndicatorParams(MACD, [])).toEqual([12, 26, 9]);
  expect(checkIndicatorParams(MACD, [5, undefined, 3])).toEqual([5, 26, 3]);
  expect(checkIndicatorParams(BBANDS, [20, 0])).toEqual([20, 0]);
  expect(checkIndicatorParams(BBANDS, [20, 2.5])).toEqual([20, 2.5]);
  expect(checkIndicatorParams(QUANTILE, [5, 1])).toEqual([5, 1]);
  expect(checkIndicatorParams(OBV, [])).toEqual([]);
});

test.each([
  [SMA, [2.5], 'ta.sma: period must be a whole number ≥ 1, got 2.5.'],
  [SMA, [0], 'ta.sma: period must be a whole number ≥ 1, got 0.'],
  [SMA, [], 'ta.sma: period must be a whole number ≥ 1, got nothing.'],
  [SMA, [null], 'ta.sma: period must be a whole number ≥ 1, got nothing.'],
  [SMA, ['10'], 'ta.sma: period must be a whole number ≥ 1, got "10".'],
  [SMA, [{}], 'ta.sma: period must be a whole number ≥ 1, got an object.'],
  [SMA, [true], 'ta.sma: period must be a whole number ≥ 1, got a boolean.'],
  [SMA, [Number.NaN], 'ta.sma: period must be a whole number ≥ 1, got NaN.'],
  [SMA, [Number.POSITIVE_INFINITY], 'ta.sma: period must be a whole number ≥ 1, got Infinity.'],
  [LINEARREG, [1], 'ta.linearreg: period must be a whole number ≥ 2, got 1.'],
  [BBANDS, [20, -1], 'ta.bbands: deviations must be a number ≥ 0, got -1.'],
  [QUANTILE, [5, 1.1], 'ta.quantile: fraction must be a number from 0 to 1, got 1.1.'],
  [SMA, [1, 2], 'ta.sma: there is 1 parameter to give (period), got 2.'],
  [MACD, [1, 2, 3, 4], 'ta.macd: there are 3 parameters to give (fast, slow, signal), got 4.'],
  [OBV, [14], 'ta.obv: there are no parameters to give, got 1.'],
] as const)('$0.id refuses $1', (indicator, args, message) => {
  expect(refusal(indicator, ...args)).toBe(message);
});

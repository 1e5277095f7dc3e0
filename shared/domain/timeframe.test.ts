import { describe, expect, test } from 'vitest';
import { fitsInto, isIntraday, isTimeframe, nearestTimeframe, TIMEFRAMES, type Timeframe } from './timeframe.ts';

const NAMES = Object.keys(TIMEFRAMES) as Timeframe[];
const longerThan = (from: Timeframe) => NAMES.filter((to) => fitsInto(from, to));

describe('a timeframe', () => {
  test('is known by its exact name', () => {
    expect(NAMES.every(isTimeframe)).toBe(true);
    expect(['1D', '7m', '', 'toString'].some(isTimeframe)).toBe(false);
  });

  test('fits into those that it fills without a rest', () => {
    expect(longerThan('10m')).toEqual(['30m', '1h', '2h', '4h', '6h', '8h', '12h', '1d', '1w', '1M', '3M', '1y']);
    expect(longerThan('8h')).toEqual(['1d', '1w', '1M', '3M', '1y']);
    expect(longerThan('1d')).toEqual(['1w', '1M', '3M', '1y']);
    expect(longerThan('1w')).toEqual([]);
    expect(longerThan('1M')).toEqual(['3M', '1y']);
    expect(longerThan('1y')).toEqual([]);
  });

  test('is intraday below a day', () => {
    expect(NAMES.filter((name) => !isIntraday(name))).toEqual(['1d', '1w', '1M', '3M', '1y']);
  });

  test.each([
    [60_000, '1m'],
    [23 * 3_600_000, '1d'],
    [28 * 86_400_000, '1M'],
    [366 * 86_400_000, '1y'],
    [1, '1s'],
  ])('is nearest to %d ms: %s', (step, name) => {
    expect(nearestTimeframe(step)).toBe(name);
  });
});

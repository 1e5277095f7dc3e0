import { describe, expect, test } from 'vitest';
import { type Distance, pointsOf, priceOf, toTick } from './distance.ts';

const ticks = (value: number): Distance => ({ kind: 'ticks', value, latest: null });

describe('distances', () => {
  test('in points, in percent of the price, in ticks, in multiples of an indicator', () => {
    expect(pointsOf({ kind: 'points', value: 5, latest: null }, 200, 0.01)).toBe(5);
    expect(pointsOf({ kind: 'percent', value: 5, latest: null }, 200, 0.01)).toBe(10);
    expect(pointsOf(ticks(5), 200, 0.25)).toBe(1.25);
    expect(pointsOf({ kind: 'series', value: 3, latest: () => 2 }, 200, 0.01)).toBe(6);
    expect(pointsOf({ kind: 'series', value: 3, latest: null }, 200, 0.01)).toBeNaN();
  });

  test('a part of a tick counts as a whole one, rounding noise does not', () => {
    expect(pointsOf(ticks(4.2), 200, 0.25)).toBe(1.25);
    expect(pointsOf(ticks(4 + 1e-12), 200, 0.25)).toBe(1);
  });

  test('a level is a price, or that far from one', () => {
    expect(priceOf(95, 100, -1, 0.25)).toBe(95);
    expect(priceOf(ticks(4), 100, -1, 0.25)).toBe(99);
    expect(priceOf(ticks(4), 100, 1, 0.25)).toBe(101);
  });
});

describe('levels on ticks', () => {
  test.each([
    [101.001, 1, 101.01],
    [101.001, -1, 101],
    [101.009, 1, 101.01],
    [101.009, -1, 101],
    [101, 1, 101],
  ] as const)('%d goes %d to %d', (price, way, level) => {
    expect(toTick(price, way, 0.01)).toBe(level);
  });

  test('less than a ten-thousandth of a tick off is on it', () => {
    expect(toTick(3760.4800006, 1, 0.01)).toBe(3760.48);
    expect(toTick(2463.3000003, 1, 0.01)).toBe(2463.3);
    expect(toTick(2463.30001, 1, 0.01)).toBe(2463.31);
  });

  test('the result has no rounding noise', () => {
    expect(toTick(0.07, 1, 0.01)).toBe(0.07);
    expect(toTick(2048.6100000000001 - 4, -1, 0.01)).toBe(2044.61);
    expect(toTick(100.6, 1, 0.25)).toBe(100.75);
    expect(toTick(101, 1, 3)).toBe(102);
  });

  test('without ticks any price is a level', () => {
    expect(toTick(101.001, 1, 0)).toBe(101.001);
  });
});

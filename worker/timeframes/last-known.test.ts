import { describe, expect, test } from 'vitest';
import { closesAround, lastCloses, type TimedBars } from './last-known.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (...hours: number[]) => Float64Array.from(hours, (hour) => hour * HOUR);

/** Days 0, 1, 2 and, after a gap, 5. */
const DAYS: TimedBars = {
  timeframe: '1d',
  bars: { time: Float64Array.of(0, DAY, 2 * DAY, 5 * DAY), close: Float64Array.of(10, 11, 12, 15) },
};

describe('the close that was known last', () => {
  const known = (moments: Float64Array, longest = 30 * DAY) => [...lastCloses(moments, DAYS, longest)];

  test('is that of the latest bar that was over', () => {
    expect(known(at(0, 23, 24, 25, 47, 48, 72))).toEqual([Number.NaN, Number.NaN, 10, 10, 10, 11, 12]);
  });

  test('stays over a gap, before which a bar lasts as long as its timeframe says', () => {
    expect(known(at(71, 72, 120, 143, 144))).toEqual([11, 12, 12, 12, 15]);
  });

  test('is that of an hour once the next one opens, however late in summer', () => {
    const late: TimedBars = {
      timeframe: '1d',
      bars: { time: at(0, 25, 49), close: Float64Array.of(1, 2, 3) },
    };
    expect([...lastCloses(at(24, 25), late, DAY)]).toEqual([Number.NaN, 1]);
  });

  test('is none when it is too old', () => {
    expect(known(at(72, 96, 97), DAY)).toEqual([12, 12, Number.NaN]);
  });

  test('lies in memory that threads share', () => {
    expect(lastCloses(at(0), DAYS, 0).buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

describe('the close of the bar around a moment', () => {
  test('is that of the bar that has opened and is not over', () => {
    const around = closesAround(at(-1, 0, 23, 24, 71, 72, 119, 120, 143, 144), DAYS);
    expect([...around]).toEqual([Number.NaN, 10, 10, 11, 12, Number.NaN, Number.NaN, 15, 15, Number.NaN]);
    expect(around.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../metrics/civil-month.ts';
import { businessDays, START } from '../metrics/source.fixture.ts';
import { firstAbove, gapsIn } from './gaps.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The bars of `time` without those between two moments. */
const without = (time: Float64Array, from: number, to: number) =>
  time.filter((moment) => moment < from || moment >= to);
const every = (step: number, count: number) => Float64Array.from({ length: count }, (_, k) => START + k * step);
/** Open times of bars between two hours of each weekday. */
const sessions = (step: number, days: number, from: number, to: number) =>
  every(step, (days * DAY) / step).filter((moment) => {
    const day = Math.floor((moment - START) / DAY);
    const hour = ((moment - START) % DAY) / HOUR;
    return day % 7 < 5 && hour >= from && hour < to;
  });
const lengths = (time: Float64Array) =>
  [...gapsIn(time)].map((row) => ((time[row] as number) - (time[row - 1] as number)) / HOUR);

describe('gaps', () => {
  it('are more than five bars long where the market never closes', () => {
    const hours = every(HOUR, 24 * 30);
    expect(lengths(hours)).toEqual([]);
    expect(lengths(without(hours, START + 100 * HOUR, START + 104 * HOUR))).toEqual([]);
    expect(lengths(without(hours, START + 100 * HOUR, START + 105 * HOUR))).toEqual([6]);
    expect(lengths(without(hours, START + 22 * HOUR, START + 27 * HOUR))).toEqual([6]);
  });

  it('are more than five days long on days without weekends', () => {
    const days = businessDays(200);
    expect(lengths(days)).toEqual([]);
    expect(lengths(without(days, START + 7 * DAY, START + 10 * DAY))).toEqual([6 * 24]);
    expect(lengths(without(days, START + 8 * DAY, START + 12 * DAY))).toEqual([7 * 24]);
    expect(lengths(without(days, START + 11 * DAY, START + 15 * DAY))).toEqual([]);
  });

  it('are no nights, weekends and holidays of a market that rests', () => {
    const stocks = sessions(5 * MINUTE, 28, 14, 21);
    expect(lengths(stocks)).toEqual([]);
    expect(lengths(without(stocks, START + 7 * DAY, START + 9 * DAY))).toEqual([]);
    expect(lengths(without(stocks, START + 7 * DAY, START + 11 * DAY))).toEqual([6 * 24 + 17 + 1 / 12]);
  });

  it('are breaks inside a day, unless most days have one', () => {
    const futures = sessions(5 * MINUTE, 28, 0, 21);
    const noon = START + 12 * HOUR;
    expect(lengths(without(futures, noon, noon + HOUR))).toEqual([1 + 1 / 12]);
    const lunch = futures.filter((moment) => (moment - START) % DAY < 11 * HOUR || (moment - START) % DAY >= 12 * HOUR);
    expect(lengths(lunch)).toEqual([]);
    expect(lengths(without(lunch, START + 2 * HOUR, START + 7.5 * HOUR))).toEqual([5.5 + 1 / 12]);
    expect(lengths(without(lunch, START + 2 * HOUR, START + 6 * HOUR))).toEqual([]);
  });

  it('are counted from half of the days on as the hours of the market', () => {
    const two = sessions(HOUR, 2, 0, 20);
    const longBreak = (time: Float64Array, day: number) =>
      without(time, START + day * DAY + 8 * HOUR, START + day * DAY + 14 * HOUR);
    expect(lengths(longBreak(two, 0))).toEqual([]);
    expect(lengths(longBreak(sessions(HOUR, 3, 0, 20), 0))).toEqual([7]);
  });

  it('scale with longer bars', () => {
    const weeks = every(7 * DAY, 100);
    expect(lengths(without(weeks, START + 70 * DAY, START + 98 * DAY))).toEqual([]);
    expect(lengths(without(weeks, START + 70 * DAY, START + 105 * DAY))).toEqual([42 * 24]);
  });

  it('need two bars', () => {
    expect(lengths(Float64Array.of())).toEqual([]);
    expect(lengths(Float64Array.of(START))).toEqual([]);
    expect(lengths(Float64Array.of(START, START + 99 * DAY))).toEqual([]);
  });
});

describe('first above', () => {
  it('is the first number of an ascending column that is larger', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (list, value) => {
        const sorted = Int32Array.from(list).sort();
        const expected = sorted.findIndex((one) => one > value);
        expect(firstAbove(sorted, value)).toBe(expected < 0 ? sorted.length : expected);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayEnds, everyBar, medianStep, tradesOnWeekends } from './sampling.ts';
import { businessDays, START } from './source.fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('median step', () => {
  it('is the distance that most bars have, whatever the gaps', () => {
    expect(medianStep(businessDays(11))).toBe(DAY);
    expect(medianStep(Float64Array.of(0, 1, 2, 100, 101))).toBe(1);
  });

  it('needs two bars', () => {
    expect(medianStep(Float64Array.of())).toBeNaN();
    expect(medianStep(Float64Array.of(5))).toBeNaN();
    expect(medianStep(Float64Array.of(5, 8))).toBe(3);
  });

  it('is the median of any distances', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }), (steps) => {
        let at = 0;
        const time = Float64Array.of(0, ...steps.map((step) => (at += step)));
        const sorted = steps.toSorted((a, b) => a - b);
        const middle = [sorted[(steps.length - 1) >> 1], sorted[steps.length >> 1]] as [number, number];
        expect(medianStep(time)).toBe((middle[0] + middle[1]) / 2);
      }),
    );
  });
});

describe('day ends', () => {
  it('are the last bars of the UTC days that have any', () => {
    const hours = [0, 23, 24, 25, 96, 119.5];
    expect([...dayEnds(Float64Array.from(hours, (hour) => START + hour * HOUR))]).toEqual([1, 3, 5]);
  });

  it('work before 1970 and without bars', () => {
    expect([...dayEnds(Float64Array.of(-DAY - 1, -DAY, -1, 0))]).toEqual([0, 2, 3]);
    expect([...dayEnds(Float64Array.of())]).toEqual([]);
  });
});

it('every bar has its place', () => {
  expect([...everyBar(businessDays(3))]).toEqual([0, 1, 2]);
});

describe('trading on weekends', () => {
  const trades = (time: Float64Array) => tradesOnWeekends(time, dayEnds(time));

  it('is what a market does that never closes', () => {
    expect(trades(Float64Array.from({ length: 70 }, (_, k) => START + k * DAY))).toBe(true);
    expect(trades(Float64Array.from({ length: 24 * 14 }, (_, k) => START + k * HOUR))).toBe(true);
  });

  it('is not what stocks do, nor currencies that open on Sunday evening', () => {
    expect(trades(businessDays(50))).toBe(false);
    const sundayToFriday = Array.from({ length: 24 * 14 }, (_, k) => START + k * HOUR).filter((time) => {
      const hourOfWeek = ((time - START) / HOUR) % 168;
      return hourOfWeek < 5 * 24 - 2 || hourOfWeek >= 7 * 24 - 2;
    });
    expect(trades(Float64Array.from(sundayToFriday))).toBe(false);
  });

  it('begins above 60 % of the weekend days', () => {
    const week = (weekdays: number, weekends: number) =>
      Float64Array.from([
        ...Array.from({ length: weekdays }, (_, k) => START + k),
        ...Array.from({ length: weekends }, (_, k) => START + 5 * DAY + k),
      ]);
    expect(trades(week(30, 6))).toBe(false);
    expect(trades(week(28, 6))).toBe(true);
  });

  it('counts Saturday and Sunday only, before 1970 too', () => {
    const only = (day: number) => trades(Float64Array.of(day * DAY));
    expect([1, 2, 3, 4, 5].map((day) => only(day))).toEqual([false, true, true, false, false]);
    expect([-6, -5, -4, -3].map((day) => only(day))).toEqual([false, true, true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { calendarPeriods, periodicReturns } from './periods.ts';
import { everyBar } from './sampling.ts';
import { businessDays, START } from './source.fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const spaced = (step: number, count = 40) => Float64Array.from({ length: count }, (_, k) => START + k * step);

describe('periods of the calendar', () => {
  it('are the bars themselves from daily bars on', () => {
    expect(calendarPeriods(businessDays(4))).toEqual({
      name: 'daily',
      perYear: 252,
      samples: Int32Array.of(0, 1, 2, 3),
    });
    expect(calendarPeriods(spaced(DAY))).toMatchObject({ name: 'daily', perYear: 365 });
  });

  it.each([
    ['weekly', 52, 7],
    ['monthly', 12, 30],
    ['monthly', 12, 31],
    ['quarterly', 4, 91],
    ['yearly', 1, 365],
  ])('%s bars make %d periods a year', (name, perYear, days) => {
    const periods = calendarPeriods(spaced(days * DAY));
    expect(periods).toMatchObject({ name, perYear });
    expect(periods.samples).toHaveLength(40);
  });

  it('fit into a year as often as they do where they have no name', () => {
    expect(calendarPeriods(spaced(2 * DAY))).toMatchObject({ name: 'per bar', perYear: 182.625 });
  });

  it('are the days of shorter bars, from where measuring starts', () => {
    const { name, perYear, samples } = calendarPeriods(spaced(6 * HOUR, 10));
    expect({ name, perYear }).toEqual({ name: 'daily', perYear: 252 });
    expect([...samples]).toEqual([0, 3, 7, 9]);
  });

  it('do not start twice where the first bar is the last of its day', () => {
    const time = Float64Array.from(spaced(6 * HOUR, 9), (moment) => moment + 18 * HOUR);
    expect([...calendarPeriods(time).samples]).toEqual([0, 4, 8]);
  });

  it('are none without bars', () => {
    expect(calendarPeriods(Float64Array.of())).toEqual({ name: 'daily', perYear: 252, samples: Int32Array.of() });
    expect([...calendarPeriods(Float64Array.of(START)).samples]).toEqual([0]);
  });
});

describe('periodic returns', () => {
  const returns = (...values: number[]) => [
    ...periodicReturns(Float64Array.from(values), everyBar(Float64Array.from(values))),
  ];

  it('go from sample to sample', () => {
    expect([...periodicReturns(Float64Array.of(100, 90, 150, 75), Int32Array.of(0, 2, 3))]).toEqual([0.5, -0.5]);
  });

  it('end with the period in which everything is lost', () => {
    expect(returns(100, 50, 0, 10)).toEqual([-0.5, -1]);
    expect(returns(100, -20, -40)).toEqual([-1.2]);
  });

  it('need two samples', () => {
    expect(returns(100)).toEqual([]);
    expect(returns()).toEqual([]);
  });
});

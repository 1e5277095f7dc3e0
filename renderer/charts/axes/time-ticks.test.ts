import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from './calendar.ts';
import { timeTicks } from './time-ticks.ts';

const ROOM = 80;

function ticksOf(times: readonly number[], width: number, start = 0) {
  const count = times.length - start;
  const x = (bucket: number) => ((bucket - start + 0.5) / count) * width;
  return timeTicks(times, { start, end: times.length, x, width, labelWidth: ROOM }).map(
    ({ bucket, label, isMajor }) => `${bucket} ${label}${isMajor ? ' !' : ''}`,
  );
}

const every = (length: number, count: number, from: number) =>
  Array.from({ length: count }, (_, index) => from + index * length);
const isWeekday = (time: number) => new Date(time).getUTCDay() % 6 !== 0;

describe('time ticks', () => {
  test('hours of a day, and the date where it turns', () => {
    expect(ticksOf(every(HOUR, 36, Date.UTC(2025, 2, 20, 2)), 480)).toEqual([
      '4 06:00',
      '10 12:00',
      '16 18:00',
      '22 21 Mar !',
      '28 06:00',
      '34 12:00',
    ]);
  });

  test('the first says the date when no other does', () => {
    expect(ticksOf(every(MINUTE, 60, Date.UTC(2025, 2, 20, 9, 58)), 320)).toEqual([
      '2 20 Mar 10:00',
      '17 10:15',
      '32 10:30',
      '47 10:45',
    ]);
    expect(ticksOf(every(HOUR, 96, Date.UTC(2025, 2, 20)), 300)).toEqual(['24 21 Mar 2025', '48 22 Mar', '72 23 Mar']);
  });

  test('days of a month begin with the first of each', () => {
    const labels = ticksOf(every(DAY, 62, Date.UTC(2025, 2, 28)), 1100);
    expect(labels).toEqual([
      '4 1 Apr 2025',
      '8 5 Apr',
      '13 10 Apr',
      '18 15 Apr',
      '23 20 Apr',
      '28 25 Apr',
      '34 1 May',
      '38 5 May',
      '43 10 May',
      '48 15 May',
      '53 20 May',
      '58 25 May',
    ]);
  });

  test('a week-end is no gap: the tick goes to the first bar after it', () => {
    const times = every(DAY, 70, Date.UTC(2025, 10, 20)).filter(isWeekday);
    const labels = ticksOf(times, 500);
    expect(labels).toContain('7 1 Dec');
    expect(labels).toContain('30 1 Jan 2026 !');
  });

  test('months, with the year in the place of January', () => {
    expect(ticksOf(every(DAY, 500, Date.UTC(2024, 6, 15)), 500)).toEqual([
      '78 Oct',
      '170 2025 !',
      '260 Apr',
      '351 Jul',
      '443 Oct',
    ]);
    expect(ticksOf(every(DAY, 150, Date.UTC(2024, 1, 15)), 500)).toEqual([
      '15 Mar 2024',
      '46 Apr',
      '76 May',
      '107 Jun',
      '137 Jul',
    ]);
  });

  test('years, and round ones when there are many', () => {
    expect(ticksOf(every(30 * DAY, 60, Date.UTC(2019, 5, 1)), 500)).toEqual([
      '8 2020',
      '20 2021',
      '32 2022',
      '44 2023',
      '56 2024',
    ]);
    expect(ticksOf(every(365 * DAY, 60, Date.UTC(1950, 5, 1)), 500).map((tick) => tick.split(' ')[1])).toEqual([
      '1960',
      '1970',
      '1980',
      '1990',
      '2000',
    ]);
  });

  test('look at the bar before the view, so that a tick on its edge is kept', () => {
    const times = every(HOUR, 48, Date.UTC(2025, 2, 20));
    expect(ticksOf(times, 300, 24)[0]).toBe('24 21 Mar !');
  });

  test('never overlap, and panning doesn’t move them in time', () => {
    const times = every(HOUR, 4_000, Date.UTC(2024, 0, 1)).filter(isWeekday);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), fc.integer({ min: 20, max: 1_200 }), (start, count) => {
        const width = 1_000;
        const space = (first: number) => ({
          start: first,
          end: first + count,
          x: (bucket: number) => ((bucket - first + 0.5) / count) * width,
          width,
          labelWidth: ROOM,
        });
        const ticks = timeTicks(times, space(start));
        const places = ticks.map(({ bucket }) => space(start).x(bucket));
        for (const [index, place] of places.slice(1).entries()) {
          expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(ROOM * 0.8 - 1e-6);
        }
      }),
    );
  });

  test('are none for no bars, and for one', () => {
    expect(ticksOf([], 500)).toEqual([]);
    expect(ticksOf([Date.UTC(2025, 0, 1)], 500)).toEqual([]);
  });
});

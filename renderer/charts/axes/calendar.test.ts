import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay, clockLabel, DAY, dayLabel, HOUR, lengthLabel, MINUTE, timeLabel } from './calendar.ts';

describe('the calendar', () => {
  test('agrees with Date on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2400, 11, 31) }), (time) => {
        const date = new Date(time);
        expect(calendarDay(time)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth(),
          day: date.getUTCDate(),
        });
        expect(clockLabel(Math.floor(time / 1000) * 1000)).toBe(
          date.toISOString().slice(11, date.getUTCSeconds() === 0 ? 16 : 19),
        );
      }),
    );
  });

  test.each(['2000-02-29', '1900-02-28', '1900-03-01', '2024-12-31', '2025-01-01', '1970-01-01'])('knows %s', (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    expect(calendarDay(Date.parse(iso))).toEqual({ year, month: Number(month) - 1, day });
  });

  test('writes times', () => {
    const time = Date.UTC(2025, 2, 21, 14, 5);
    expect(dayLabel(calendarDay(time))).toBe('21 Mar');
    expect(timeLabel(time, HOUR)).toBe('21 Mar 2025 14:05');
    expect(timeLabel(time, DAY)).toBe('21 Mar 2025');
  });

  test.each([
    [MINUTE, 1, '1 min'],
    [MINUTE, 15, '15 min'],
    [HOUR, 4, '4 h'],
    [MINUTE, 240, '4 h'],
    [MINUTE, 1440, '1 day'],
    [DAY, 1, '1 day'],
    [DAY, 4, '4 bars'],
    [7 * DAY, 1, '1 week'],
    [30 * DAY, 1, '1 bar'],
    [MINUTE, 64, '64 bars'],
    [MINUTE, 4096, '4,096 bars'],
  ])('a bucket of %d ms × %d is %s long', (barLength, rows, text) => {
    expect(lengthLabel(barLength, rows)).toBe(text);
  });
});

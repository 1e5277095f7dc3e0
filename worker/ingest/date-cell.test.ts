import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateCells } from './date-cell.ts';
import type { DateFormat } from './date-format.ts';
import { timeZone, UTC } from './time-zone.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function read(format: DateFormat, text: string, zone = UTC): number {
  const bytes = new TextEncoder().encode(`9${text}9`);
  return new DateCells(format, zone).read(bytes, 1, bytes.length - 1);
}

function readTwo(format: DateFormat, date: string, clock: string): number {
  const bytes = new TextEncoder().encode(date + clock);
  return new DateCells(format, UTC).readWithClock(bytes, 0, date.length, date.length, bytes.length);
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const moment = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

describe('DateCells', () => {
  it('agrees with Date.UTC on every date in every format', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom('-', '/', '.'), (date, mark) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const [hour, minute, second, milli] = [
          date.getUTCHours(),
          date.getUTCMinutes(),
          date.getUTCSeconds(),
          date.getUTCMilliseconds(),
        ];
        const midnight = Math.floor(date.getTime() / 86_400_000) * 86_400_000;
        const clock = `${pad(hour)}:${pad(minute)}:${pad(second)}.${pad(milli, 3)}`;
        const [year, month, day] = [pad(y, 4), pad(m), pad(d)];
        const name = MONTHS[m - 1];
        const dates: [DateFormat, string][] = [
          ['YYYY-MM-DD', [year, month, day].join(mark)],
          ['DD-MM-YYYY', [day, month, year].join(mark)],
          ['MM-DD-YYYY', [month, day, year].join(mark)],
          ['YYYYMMDD', `${year}${month}${day}`],
          ['Mon-D-YYYY', `${name} ${d}, ${year}`],
          ['Mon-D-YYYY', `${name} ${d} ${year}`],
          ['D-Mon-YYYY', `${day}-${name}-${year}`],
        ];
        for (const [format, text] of dates) {
          expect(read(format, text)).toBe(midnight);
          expect(read(format, `${text} ${clock}`)).toBe(date.getTime());
          expect(read(format, `${text}T${clock}Z`)).toBe(date.getTime());
          expect(read(format, `${text} ${clock}+05:30`)).toBe(date.getTime() - 19_800_000);
          expect(readTwo(format, text, clock)).toBe(date.getTime());
        }
        expect(read('YYYYMMDD', `${year}${month}${day}${pad(hour)}${pad(minute)}${pad(second)}`)).toBe(
          Math.floor(date.getTime() / 1000) * 1000,
        );
      }),
    );
  });

  it('refuses days that the calendar does not have', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(2000, m - 1, d));
          date.setUTCFullYear(y, m - 1, d);
          const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
          expect(Number.isNaN(read('YYYY-MM-DD', `${pad(y, 4)}-${pad(m)}-${pad(d)}`))).toBe(!exists);
        },
      ),
    );
  });

  it.each<[DateFormat, string, string]>([
    ['epoch-s', '1577836800', '2020-01-01T00:00:00.000Z'],
    ['epoch-s', '1577836800.25', '2020-01-01T00:00:00.250Z'],
    ['epoch-ms', '1577836800123', '2020-01-01T00:00:00.123Z'],
    ['epoch-us', '1577836800123999', '2020-01-01T00:00:00.123Z'],
    ['epoch-ns', '1577836800123999999', '2020-01-01T00:00:00.123Z'],
    ['epoch-ns', '1577836800001000000', '2020-01-01T00:00:00.001Z'],
    ['epoch-ms', '1.5778368e12', '2020-01-01T00:00:00.000Z'],
    ['YYYY-MM-DD', '2020-1-2', '2020-01-02T00:00:00.000Z'],
    ['YYYY-MM-DD', '2020-01-02 9:30', '2020-01-02T09:30:00.000Z'],
    ['YYYY-MM-DD', '2020-01-02T09:30:15.123456789Z', '2020-01-02T09:30:15.123Z'],
    ['YYYY-MM-DD', '2020-01-02T09:30:15,5', '2020-01-02T09:30:15.500Z'],
    ['YYYY-MM-DD', '2020-01-02 09:30:00 UTC', '2020-01-02T09:30:00.000Z'],
    ['YYYY-MM-DD', '2020-01-02 09:30:00-0500', '2020-01-02T14:30:00.000Z'],
    ['YYYY-MM-DD', '2020-01-02 09:30:00 +02', '2020-01-02T07:30:00.000Z'],
    ['DD-MM-YYYY', '01.02.2020 00:00:00.000 GMT+0100', '2020-01-31T23:00:00.000Z'],
    ['MM-DD-YYYY', '1/2/2020 4:05:06 PM', '2020-01-02T16:05:06.000Z'],
    ['MM-DD-YYYY', '1/2/2020 12:00 AM', '2020-01-02T00:00:00.000Z'],
    ['MM-DD-YYYY', '1/2/2020 12:00pm', '2020-01-02T12:00:00.000Z'],
    ['YYYYMMDD', '20200102 093015', '2020-01-02T09:30:15.000Z'],
    ['YYYYMMDD', '202001020930', '2020-01-02T09:30:00.000Z'],
    ['Mon-D-YYYY', 'January 2, 2020', '2020-01-02T00:00:00.000Z'],
    ['D-Mon-YYYY', '2 jan 2020 10:00', '2020-01-02T10:00:00.000Z'],
  ])('reads %s %j', (format, text, expected) => {
    expect(new Date(read(format, text)).toISOString()).toBe(expected);
  });

  it.each<[DateFormat, string]>([
    ['YYYY-MM-DD', ''],
    ['YYYY-MM-DD', '2020-01'],
    ['YYYY-MM-DD', '2020-01-021'],
    ['YYYY-MM-DD', '2020-01-02x'],
    ['YYYY-MM-DD', '2020-01-02 9'],
    ['YYYY-MM-DD', '2020-01-02 24:00'],
    ['YYYY-MM-DD', '2020-01-02 10:60'],
    ['YYYY-MM-DD', '2020-01-02 10:00:60'],
    ['YYYY-MM-DD', '2020-01-02 10:00:'],
    ['YYYY-MM-DD', '2020-01-02 10:00:00.'],
    ['YYYY-MM-DD', '2020-01-02 13:00 PM'],
    ['YYYY-MM-DD', '2020-01-02 10:00 Mars'],
    ['YYYY-MM-DD', '2020-01-02 10:00+19:00'],
    ['YYYY-MM-DD', '2020-01-02 10:00Z+'],
    ['YYYY-MM-DD', '20-01-02'],
    ['YYYY-MM-DD', '2020_01_02'],
    ['YYYYMMDD', '202001021'],
    ['Mon-D-YYYY', 'Foo 1 2020'],
    ['D-Mon-YYYY', '01Jan2020'],
    ['epoch-s', 'soon'],
    ['epoch-s', '1e300'],
  ])('refuses %s %j', (format, text) => expect(read(format, text)).toBeNaN());

  it('reads a time of day of its own with or without leading zeros', () => {
    expect(readTwo('YYYYMMDD', '20200102', '093015')).toBe(Date.UTC(2020, 0, 2, 9, 30, 15));
    expect(readTwo('YYYYMMDD', '20200102', '93015')).toBe(Date.UTC(2020, 0, 2, 9, 30, 15));
    expect(readTwo('YYYYMMDD', '20200102', '930')).toBe(Date.UTC(2020, 0, 2, 9, 30));
    expect(readTwo('YYYYMMDD', '20200102', '0')).toBe(Date.UTC(2020, 0, 2));
    expect(readTwo('YYYYMMDD', '20200102', '')).toBeNaN();
    expect(readTwo('YYYY-MM-DD', '2020-01-02 10:00', '10:00')).toBeNaN();
  });

  it('reads wall-clock times in the zone, but neither dates alone nor times with a zone of their own', () => {
    const newYork = timeZone('America/New_York');
    expect(read('YYYY-MM-DD', '2020-01-02 09:30', newYork)).toBe(Date.UTC(2020, 0, 2, 14, 30));
    expect(read('YYYY-MM-DD', '2020-01-02 09:30Z', newYork)).toBe(Date.UTC(2020, 0, 2, 9, 30));
    expect(read('YYYY-MM-DD', '2020-01-02', newYork)).toBe(Date.UTC(2020, 0, 2));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadDate, readDate } from './read-date.ts';

const ends = { first: Date.UTC(2000, 0, 3), last: Date.UTC(2020, 3, 30, 15) };
const read = (text: string) => readDate(text, ends);
const at = (iso: string): ReadDate => ({ time: Date.parse(iso) });

describe('a typed date', () => {
  test.each([
    ['2021', null],
    ['2008', '2008-01-01'],
    ['2008-9', '2008-09-01'],
    ['2008-09', '2008-09-01'],
    ['  2008-09-15 ', '2008-09-15'],
    ['2008-9-5', '2008-09-05'],
    ['2008-09-15 14:30', '2008-09-15T14:30Z'],
    ['2008-09-15T4:05', '2008-09-15T04:05Z'],
    ['2008-02-29', '2008-02-29'],
  ])('%s', (text, iso) => {
    expect(read(text)).toEqual(iso === null ? { problem: expect.any(String) } : at(iso));
  });

  test.each([
    ['-2y', '2018-04-30T15:00Z'],
    ['−2Y', '2018-04-30T15:00Z'],
    ['- 2 m', '2020-02-29T15:00Z'],
    ['-14mo', '2019-02-28T15:00Z'],
    ['-4m', '2019-12-30T15:00Z'],
    ['-3w', '2020-04-09T15:00Z'],
    ['-10d', '2020-04-20T15:00Z'],
    ['-12h', '2020-04-30T03:00Z'],
    ['-0d', '2020-04-30T15:00Z'],
  ])('%s is before the last bar', (text, iso) => {
    expect(read(text)).toEqual(at(iso));
  });

  test('that begins before the first bar and ends behind it means the first bar', () => {
    for (const text of ['2000', '2000-01', '2000-01-03']) expect(read(text)).toEqual({ time: ends.first });
  });

  test.each(['2000-01-02', '1999', '1999-12', '2020-05', '2020-04-30 15:01', '2021', '-21y', '-99999y'])(
    'that leads beyond the ends says where they are: %s',
    (text) => {
      expect(read(text)).toEqual({ problem: 'The chart goes from 3 Jan 2000 to 30 Apr 2020 15:00.' });
    },
  );

  test.each(['2001-02-29', '2001-13', '2001-00', '2001-1-32', '2001-1-1 24:00', '2001-1-1 10:60'])(
    'that no calendar has is said to be none: %s',
    (text) => {
      expect(read(text)).toEqual({ problem: `There is no ${text} on the calendar.` });
    },
  );

  test.each([
    '',
    'banana',
    '21',
    '2021-',
    '2021/01/01',
    '2y',
    '+2y',
    '-y',
    '-2',
    '-2x',
    '2021-01-01 10',
    '1609459200000',
  ])('that isn’t understood says what is: %j', (text) => {
    expect(read(text)).toEqual({ problem: expect.stringMatching(/2021-01-15.*-2y/) });
  });
});

describe('whatever is typed', () => {
  test('leads into the chart or is a problem', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[-−]?[\d ymwdh:T-]{0,18}$/));
    fc.assert(
      fc.property(typed, (text) => {
        const found = read(text);
        if ('problem' in found) expect(found.problem).not.toBe('');
        else expect(found.time >= ends.first && found.time <= ends.last).toBe(true);
      }),
    );
  });

  test('as a day of the chart is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: ends.first, max: ends.last - 86_400_000 }), (time) => {
        const day = new Date(time).toISOString().slice(0, 10);
        expect(read(day)).toEqual(at(day));
        const minute = new Date(time).toISOString().slice(0, 16);
        expect(read(minute)).toEqual({ time: Math.max(ends.first, Date.parse(`${minute}Z`)) });
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { detectDateFormat, isClock, isDate } from './date-detection.ts';
import { type DateFormat, dateFormatNamed } from './date-format.ts';

describe('detectDateFormat', () => {
  it.each<[DateFormat, string[]]>([
    ['YYYY-MM-DD', ['2020-01-02', '2020-01-03']],
    ['YYYY-MM-DD', ['2020.01.02 00:00', '2020.01.02 00:01']],
    ['YYYYMMDD', ['20200102', '20200103']],
    ['YYYYMMDD', ['20200102093000']],
    ['YYYYMMDD', ['20200228', '20200230', '20200302']],
    ['YYYYMMDD', ['18710101', '18710201']],
    ['epoch-s', ['1577836800', '1577923200']],
    ['epoch-s', ['31536000', '31536060']],
    ['epoch-s', ['31541200', '31541215', '31541230', '31541245', '31541260']],
    ['epoch-s', ['31536000', 'null', '31536060']],
    ['epoch-ms', ['1577836800000']],
    ['epoch-us', ['1577836800000000']],
    ['epoch-ns', ['1577836800000000000']],
    ['DD-MM-YYYY', ['05/01/2020', '13/01/2020']],
    ['MM-DD-YYYY', ['01/05/2020', '01/13/2020']],
    ['DD-MM-YYYY', ['01.02.2020', '02.02.2020']],
    ['Mon-D-YYYY', ['Jan 1 2000', 'Feb 1 2000']],
    ['D-Mon-YYYY', ['01-Jan-2000']],
    ['YYYY-MM-DD', ['2020-01-02', 'null', '2020-01-03']],
  ])('%s for %j', (format, texts) => expect(detectDateFormat('date', texts)).toBe(format));

  it('asks when day and month cannot be told apart', () => {
    expect(() => detectDateFormat('date', ['03/04/2020', '04/04/2020'])).toThrow(
      expect.objectContaining({
        detail: expect.objectContaining({
          code: 'data.ambiguous-dates',
          hint: expect.stringMatching(/DD-MM-YYYY or MM-DD-YYYY/),
        }),
      }),
    );
  });

  it('shows what it could not read', () => {
    expect(() => detectDateFormat('when', ['yesterday', 'today'])).toThrow(
      /column when can't be read: "yesterday", "today"/,
    );
    expect(() => detectDateFormat('row', ['0', '1', '2'])).toThrow(/can't be read/);
  });

  it.each([
    ['dates with the year last', ['13012020', '31121999']],
    ['dates with the day last but one', ['20201301', '19993112']],
    ['seven digits', ['3153600', '3153660']],
    ['a few numbers among words', ['31536000', 'open', 'closed']],
  ])('does not take %s for seconds', (_, texts) => {
    expect(() => detectDateFormat('day', texts)).toThrow(/can't be read/);
  });
});

describe('isDate and isClock', () => {
  it('do not take prices for dates or times', () => {
    expect(isDate('101.5')).toBe(false);
    expect(isDate('120000')).toBe(false);
    expect(isDate('31536000')).toBe(false);
    expect(isClock('1000')).toBe(false);
    expect(isClock('10:00')).toBe(true);
  });
});

describe('dateFormatNamed', () => {
  it('takes any case and separator', () => {
    expect(dateFormatNamed('dd/mm/yyyy')).toBe('DD-MM-YYYY');
    expect(dateFormatNamed('YYYY.MM.DD')).toBe('YYYY-MM-DD');
    expect(dateFormatNamed('Mon D, YYYY')).toBe('Mon-D-YYYY');
    expect(dateFormatNamed('epoch-ms')).toBe('epoch-ms');
    expect(dateFormatNamed('whatever')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { namedColumns } from './dialect.ts';
import { detectTextLayout, type TextOptions } from './text-layout.ts';

function detect(text: string, options: TextOptions = {}) {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line }));
  const { format, dialect } = detectTextLayout(lines, options);
  return { ...dialect, format, named: namedColumns(dialect) };
}

const OHLC = { open: 'open', high: 'high', low: 'low', close: 'close' };

describe('detectTextLayout', () => {
  it.each<[string, string, object]>([
    [
      'any order and case',
      'CLOSE,Low,high,Open,DATE\n5,4,6,5,2020-01-02',
      { named: { date: 'DATE', open: 'Open', high: 'high', low: 'Low', close: 'CLOSE' } },
    ],
    [
      'semicolons',
      'date;open;high;low;close\n2020-01-02;1,5;2,5;1;2',
      { delimiter: ';', decimal: ',', named: { date: 'date', ...OHLC } },
    ],
    [
      'semicolons without a header',
      '2020-01-02;1,5;2,5;1,25;2,75\n2020-01-03;1,5;2,5;1,25;2,75',
      { delimiter: ';', decimal: ',', header: null },
    ],
    ['tabs', 'date\topen\thigh\tlow\tclose\nJan 1, 2020\t1.5\t2\t1\t2', { delimiter: '\t', dateFormat: 'Mon-D-YYYY' }],
    ['pipes and a trailing one', 'date|close|\n2020-01-02|5|', { delimiter: '|', width: 2, closeOnly: true }],
    ['quotes', '"date","close"\n"2020-01-02","5"', { delimiter: ',', named: { date: 'date', close: 'close' } }],
    ['one price', 'date,value\n2020-01-02,5', { closeOnly: true, named: { date: 'date', close: 'value' } }],
    ['no header, one price', '2020-01-02,5\n2020-01-03,6', { header: null, named: { date: '#1', close: '#2' } }],
    [
      'no header, price and volume',
      '2020-01-02,5,100\n2020-01-03,6,100',
      { named: { date: '#1', close: '#2', volume: '#3' } },
    ],
    [
      'no header, symbol first',
      'AAA,2020-01-02,5,6,4,5\nAAA,2020-01-03,5,6,4,5',
      { named: { symbol: '#1', date: '#2', open: '#3', high: '#4', low: '#5', close: '#6' } },
    ],
    [
      'no header, compact date and time',
      '20200102,093000,5,6,4,5\n20200102,093500,5,6,4,5',
      { named: { date: '#1', time: '#2', open: '#3', high: '#4', low: '#5', close: '#6' } },
    ],
    [
      'no header, whole prices that look like times',
      '2020-01-02,1000,1010,990,1005,1200\n2020-01-03,1000,1010,990,1005,1200',
      { named: { date: '#1', open: '#2', high: '#3', low: '#4', close: '#5', volume: '#6' } },
    ],
    [
      'a row number in front',
      ',Date,Close\n0,2020-01-02,5\n1,2020-01-03,6',
      { named: { date: 'Date', close: 'Close' } },
    ],
    ['an index named so', 'index,close\n2020-01-02,5', { named: { date: 'index', close: 'close' } }],
    [
      'a time that is a whole moment beside a date',
      'date,time,close\n2020-01-02,1577923200,5',
      { dateFormat: 'epoch-s', named: { time: 'time', close: 'close' } },
    ],
    [
      'real volume before ticks',
      '<DATE>,<CLOSE>,<TICKVOL>,<VOL>\n2020.01.02,5,7,100',
      { named: { date: '<DATE>', close: '<CLOSE>', volume: '<VOL>' } },
    ],
    ['newest first', 'date,close\n2020-01-03,5\n2020-01-02,5\n2020-01-01,5', { order: 'descending' }],
    ['one date of many symbols', 'date,symbol,close\n2020-01-02,A,5\n2020-01-02,B,5', { order: null }],
    [
      'order by symbol',
      'date,symbol,close\n2020-01-02,A,5\n2020-01-03,A,5\n2020-01-01,B,5\n2020-01-02,B,5',
      { order: 'ascending' },
    ],
    [
      'JSON lines',
      '{"date":"2020-01-02","close":5,"extra":{}}',
      { format: 'jsonl', delimiter: null, named: { date: 'date', close: 'close' }, notes: ['column not used: extra'] },
    ],
    [
      'lines above the header',
      'Prices\nof today\ndate,close\n2020-01-02,5\n2020-01-03,5\n2020-01-06,5',
      { headerLine: 3, notes: ['2 lines above the header skipped'] },
    ],
  ])('%s', (_, text, expected) => expect(detect(text)).toMatchObject(expected));

  it('obeys the user', () => {
    expect(detect('a,b,c\n2020-01-02,9,5', { columns: { date: 'A', close: 3 } }).named).toEqual({
      date: 'a',
      close: 'c',
    });
    expect(detect('a,b\n2020-01-02,9', { columns: { date: '1', close: '2' } }).named).toEqual({
      date: 'a',
      close: 'b',
    });
    expect(detect('2020-01-02,9,5', { columns: { close: 3 } }).named).toEqual({
      date: '#1',
      close: '#3',
      volume: '#3',
    });
    expect(detect('date,close\n03/04/2020,5', { dateFormat: 'DD/MM/YYYY' }).dateFormat).toBe('DD-MM-YYYY');
    expect(detect('date;close\n2020-01-02;5', { delimiter: ';', decimal: ',' })).toMatchObject({ decimal: ',' });
    expect(detect('day,close\n2020-01-02,5\n2020-01-03,5', { noHeader: true })).toMatchObject({
      header: null,
      headerLine: 0,
    });
    expect(detect('date,close\n2020-01-02,5', { timezone: 'Asia/Tokyo' }).timezone).toBe('Asia/Tokyo');
  });

  it.each<[string, string, TextOptions, string, RegExp]>([
    ['unknown names', 'foo,bar\n2020-01-02,5', {}, 'data.columns', /no column with dates.*"foo", "bar"/],
    ['no prices', 'date,bar\n2020-01-02,5', {}, 'data.columns', /no column with prices.*"date", "bar"/],
    ['half the prices', 'date,open,close\n2020-01-02,5,5', {}, 'data.columns', /no column for high and low/],
    ['three numbers', '2020-01-02,5,6,7\n2020-01-03,5,6,7', {}, 'data.columns', /no column with prices/],
    ['a header alone', 'date,close', {}, 'data.no-rows', /no rows/],
    ['nothing', '', {}, 'data.no-rows', /no rows/],
    ['a JSON array', '[{"date":1}]', {}, 'data.json-array', /one JSON array/],
    ['unreadable dates', 'date,close\nnow,5', {}, 'data.date-format', /"now"/],
    [
      'a column that is not there',
      'date,close\n2020-01-02,5',
      { columns: { close: 'last' } },
      'import.unknown-column',
      /no column "last" for close/,
    ],
    [
      'a column number that is not there',
      'date,close\n2020-01-02,5',
      { columns: { close: 3 } },
      'import.unknown-column',
      /no column 3 for close/,
    ],
    [
      'a format that is not one',
      'date,close\n2020-01-02,5',
      { dateFormat: 'stardate' },
      'import.date-format',
      /"stardate"/,
    ],
    [
      'a zone that is not one',
      'date,close\n2020-01-02,5',
      { timezone: 'Mars/Base' },
      'import.timezone',
      /"Mars\/Base"/,
    ],
  ])('refuses %s', (_, text, options, code, message) => {
    expect(() => detect(text, options)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        detail: expect.objectContaining({ code, hint: expect.stringMatching(/^[A-Z].*[^.]\.$/) }),
      }),
    );
  });
});

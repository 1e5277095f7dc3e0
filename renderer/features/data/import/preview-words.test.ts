import { describe, expect, test } from 'vitest';
import type { ImportPreview } from '#shared/contract/market.ts';
import {
  badRowsWords,
  dateFormatName,
  dialectWords,
  fieldsByColumn,
  rowsWords,
  whatIsMissing,
} from './preview-words.ts';

const DIALECT: NonNullable<ImportPreview['dialect']> = {
  format: 'csv',
  packing: 'none',
  delimiter: ',',
  hasHeader: true,
  columns: { date: 'Day', close: 'Last' },
  dateFormat: 'YYYY-MM-DD',
  timezone: 'UTC',
  decimal: '.',
  order: 'ascending',
  closeOnly: false,
  notes: [],
};

const PREVIEW: ImportPreview = {
  name: 'prices.csv',
  bytes: 1_000,
  columns: ['Day', 'Note', 'Last'],
  rows: [],
  problem: null,
  dialect: DIALECT,
  series: [{ symbol: 'GOLD', timeframe: '1d', firstTime: 0, rows: 100 }],
  goodRows: 4_998,
  badRowCount: 2,
  badRows: [],
  isWhole: false,
};

describe('a dialect', () => {
  test('of a plain file is told shortly', () => {
    expect(dialectWords(DIALECT)).toEqual(['CSV', 'commas', 'header', 'dates YYYY-MM-DD in UTC', 'oldest first']);
  });

  test('tells everything out of the ordinary', () => {
    const words = dialectWords({
      ...DIALECT,
      packing: 'gzip',
      delimiter: ';',
      hasHeader: false,
      decimal: ',',
      order: 'descending',
      closeOnly: true,
      notes: ['column not used: Note'],
    });
    expect(words).toEqual([
      'CSV in gzip',
      'semicolons',
      'no header',
      'dates YYYY-MM-DD in UTC',
      'decimal comma',
      'newest first',
      'closes only',
      'column not used: Note',
    ]);
  });

  test('of a file without delimiters has none', () => {
    expect(dialectWords({ ...DIALECT, format: 'parquet', delimiter: null })).toEqual([
      'Parquet',
      'dates YYYY-MM-DD in UTC',
      'oldest first',
    ]);
  });
});

test.each([
  ['DD-MM-YYYY', 'DD-MM-YYYY'],
  ['epoch-s', 'seconds since 1970'],
  ['epoch-ms', 'milliseconds since 1970'],
  ['epoch-us', 'microseconds since 1970'],
  ['epoch-ns', 'nanoseconds since 1970'],
] as const)('dates as %s are %s', (format, name) => {
  expect(dateFormatName(format)).toBe(name);
});

describe('rows', () => {
  test.each([
    [{ goodRows: 4_998, badRowCount: 2, isWhole: false }, 'the first 5,000 rows'],
    [{ goodRows: 4_998, badRowCount: 2, isWhole: true }, '5,000 rows'],
    [{ goodRows: 1, badRowCount: 0, isWhole: true }, '1 row'],
    [{ goodRows: 0, badRowCount: 1, isWhole: false }, 'the first row'],
  ])('%j are %s', (counts, words) => {
    expect(rowsWords({ ...PREVIEW, ...counts })).toBe(words);
  });

  test('that are bad are counted', () => {
    expect(badRowsWords({ ...PREVIEW, badRowCount: 0 })).toBe('No bad rows among the first 4,998 rows');
    expect(badRowsWords(PREVIEW)).toBe('2 bad rows among the first 5,000 rows');
    expect(badRowsWords({ ...PREVIEW, badRowCount: 1, isWhole: true })).toBe('1 bad row among 4,999 rows');
  });
});

test('columns know their fields', () => {
  expect(fieldsByColumn(PREVIEW)).toEqual(['date', null, 'close']);
  expect(fieldsByColumn({ ...PREVIEW, dialect: null })).toEqual([null, null, null]);
  expect(fieldsByColumn({ ...PREVIEW, columns: ['Last'] })).toEqual(['close']);
});

describe('what is missing', () => {
  test('is nothing when all is clear', () => {
    expect(whatIsMissing(PREVIEW)).toBeNull();
  });

  test('is the problem, a good row or the timeframe', () => {
    const problem = { kind: 'data', code: 'data.columns', message: 'No dates.' } as const;
    expect(whatIsMissing({ ...PREVIEW, problem, goodRows: 0 })).toBe('It can’t be read like this.');
    expect(whatIsMissing({ ...PREVIEW, goodRows: 0 })).toBe('No row can be read as it is.');
    const series = [...PREVIEW.series, { symbol: 'OIL', timeframe: null, firstTime: 0, rows: 1 }];
    expect(whatIsMissing({ ...PREVIEW, series })).toBe('The timeframe of OIL isn’t clear: choose it.');
  });
});

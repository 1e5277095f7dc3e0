import { describe, expect, test } from 'vitest';
import { importOptionsSchema } from '#shared/contract/market.ts';
import {
  DETECTED,
  draftErrors,
  draftOfNextFile,
  EMPTY_DRAFT,
  type ImportDraft,
  termsOf,
  withColumn,
} from './import-draft.ts';

const FULL: ImportDraft = {
  symbol: ' EURUSD ',
  timeframe: '1h',
  columns: { date: 1, close: 5 },
  hasNoHeader: true,
  delimiter: ';',
  dateFormat: 'DD-MM-YYYY',
  timezone: 'America/New_York',
  decimal: ',',
  entry: 'prices.csv',
  quoteCurrency: ' usd ',
  tickSize: 0.00001,
  lotStep: 1_000,
  multiplier: 1,
  session: 'forex',
};

describe('terms', () => {
  test('of an empty draft say nothing', () => {
    expect(termsOf(EMPTY_DRAFT)).toEqual({});
  });

  test('say everything that was said, trimmed', () => {
    const terms = termsOf(FULL, { skipBad: true });
    expect(terms).toEqual({
      symbol: 'EURUSD',
      timeframe: '1h',
      columns: { date: 1, close: 5 },
      noHeader: true,
      delimiter: ';',
      dateFormat: 'DD-MM-YYYY',
      timezone: 'America/New_York',
      decimal: ',',
      entry: 'prices.csv',
      skipBad: true,
      instrument: { quoteCurrency: 'USD', tickSize: 0.00001, lotStep: 1_000, multiplier: 1, session: 'forex' },
    });
    expect(importOptionsSchema.safeParse(terms).success).toBe(true);
  });

  test('keep a zero that was typed', () => {
    expect(termsOf({ ...EMPTY_DRAFT, lotStep: 0 })).toEqual({ instrument: { lotStep: 0 } });
  });
});

describe('columns', () => {
  test('move a field, and give it back to be looked for', () => {
    const moved = withColumn(withColumn(EMPTY_DRAFT, 'close', 5), 'close', 6);
    expect(moved.columns).toEqual({ close: 6 });
    expect(withColumn(withColumn(moved, 'date', 1), 'close', null).columns).toEqual({ date: 1 });
  });
});

test('the next file is read alike, and has another name', () => {
  expect(draftOfNextFile(FULL)).toEqual({ ...FULL, symbol: '', entry: null });
});

describe('errors', () => {
  test('are none in an empty and in a good draft', () => {
    expect(draftErrors(EMPTY_DRAFT)).toEqual({});
    expect(draftErrors(FULL)).toEqual({});
  });

  test.each([
    ['symbol', 'A B', 'A symbol has no spaces, commas, colons or slashes.'],
    ['quoteCurrency', '$', 'A currency is 3 to 10 capital letters.'],
    ['tickSize', -1, 'Zero or more.'],
    ['lotStep', -1, 'Zero or more.'],
    ['multiplier', 0, 'More than zero.'],
  ] as const)('tell what is wrong with %s', (field, value, words) => {
    expect(draftErrors({ ...EMPTY_DRAFT, [field]: value })).toEqual({ [field]: words });
  });
});

test('detected is no value of the contract', () => {
  expect(importOptionsSchema.safeParse({ timeframe: DETECTED }).success).toBe(false);
});

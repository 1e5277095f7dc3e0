import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HindcastError } from '#shared/domain/errors.ts';
import { fromFlag, numberFlag, paramFlags, semanticsFlag, timeframeFlag, toFlag, wholeFlag } from './flag-values.ts';

const wrong = (read: () => unknown) => {
  expect(read).toThrow(HindcastError);
  expect(read).toThrow('not understood');
};

describe('numbers', () => {
  test('within bounds', () => {
    expect(numberFlag('cash', '1e5', 0.01, 'x')).toBe(100_000);
    expect(numberFlag('cash', '0.01', 0.01, 'x')).toBe(0.01);
    expect(wholeFlag('seed', '7', 0, 'x')).toBe(7);
  });
  test.each(['', ' ', 'abc', 'NaN', 'Infinity', '1e999', '0', '-1', '1,000'])('not %j', (text) => {
    wrong(() => numberFlag('cash', text, 0.01, 'x'));
  });
  test.each(['1.5', '9007199254740993', '-1'])('no whole number: %s', (text) =>
    wrong(() => wholeFlag('seed', text, 0, 'x')),
  );
});

describe('dates', () => {
  test.each([
    ['2010', '2010-01-01T00:00:00.000Z', '2010-12-31T23:59:59.999Z'],
    ['2010-02', '2010-02-01T00:00:00.000Z', '2010-02-28T23:59:59.999Z'],
    ['2012-12', '2012-12-01T00:00:00.000Z', '2012-12-31T23:59:59.999Z'],
    ['2010-05-31', '2010-05-31T00:00:00.000Z', '2010-05-31T23:59:59.999Z'],
    ['2010-05-31T14:30Z', '2010-05-31T14:30:00.000Z', '2010-05-31T14:30:00.000Z'],
    ['2010-05-31T14:30+02:00', '2010-05-31T12:30:00.000Z', '2010-05-31T12:30:00.000Z'],
  ])('%s begins at %s and ends at %s', (text, first, last) => {
    expect(new Date(fromFlag('from', text)).toISOString()).toBe(first);
    expect(new Date(toFlag('to', text)).toISOString()).toBe(last);
  });
  test.each([
    '',
    'yesterday',
    '2010-13',
    '2010-00',
    '2010-02-31',
    '2010-5-1',
    '05/31/2010',
    '2010-05-31T14:30',
    '20100531',
  ])('not %j', (text) => wrong(() => fromFlag('from', text)));
  test('of any year in use read back as they were written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(new Date(fromFlag('from', day)).toISOString()).toBe(`${day}T00:00:00.000Z`);
          expect(toFlag('to', day) - fromFlag('from', day)).toBe(86_399_999);
        },
      ),
    );
  });
});

describe('parameters', () => {
  test('are names and values', () => {
    expect(paramFlags(['fast=20', ' mode = a=b ', 'empty='])).toEqual({ fast: '20', mode: 'a=b', empty: '' });
  });
  test.each(['fast', '=20', ''])('not %j', (text) => wrong(() => paramFlags([text])));
});

test('names that are known', () => {
  expect(timeframeFlag('1d')).toBe('1d');
  expect(semanticsFlag('hindcast-1')).toBe('hindcast-1');
  for (const text of ['1D', 'toString', '']) wrong(() => timeframeFlag(text));
  wrong(() => semanticsFlag('hindcast-2'));
});

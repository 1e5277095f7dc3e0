import { expect, test } from 'vitest';
import { size } from '../signals/size.ts';
import { readSize } from './size.ts';

test.each([
  [12, { kind: 'units', value: 12 }],
  [size.percentOfEquity(25), { kind: 'percent-of-equity', value: 25 }],
  [size.cash(500), { kind: 'cash', value: 500 }],
  [
    { kind: 'units', value: 2, more: 1 },
    { kind: 'units', value: 2 },
  ],
])('%j is read as %j', (given, read) => {
  expect(readSize('signals', given, 'size')).toEqual(read);
});

test.each([
  [0, 'signals: size must be a number above 0, not 0'],
  [Number.NaN, 'above 0, not NaN'],
  [{ kind: 'cash', value: '5' }, 'above 0, not string'],
  [{ kind: 'lots', value: 5 }, 'size.percentOfEquity(…) or size.cash(…)'],
  [null, 'size is a number of units'],
  ['all', 'size is a number of units'],
])('%j is no size', (given, message) => {
  expect(() => readSize('signals', given, 'size')).toThrow(message);
});

test('sizes are made above 0, and stay as they are', () => {
  expect(() => size.cash(-1)).toThrow('size.cash must be a number above 0, not -1');
  expect(() => size.percentOfEquity(Number.POSITIVE_INFINITY)).toThrow('size.percentOfEquity');
  expect(Object.isFrozen(size.cash(1)) && Object.isFrozen(size.percentOfEquity(1))).toBe(true);
});

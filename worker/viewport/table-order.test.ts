import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alphabeticRanks, orderedRows } from './table-order.ts';

const all = () => true;

it('keeps, sorts and leaves equals in their order', () => {
  const keys = [3, Number.NaN, 1, 3, 2];
  const key = (row: number) => keys[row] as number;
  expect([...orderedRows(5, { keep: all, key, isDescending: false })]).toEqual([2, 4, 0, 3, 1]);
  expect([...orderedRows(5, { keep: all, key, isDescending: true })]).toEqual([0, 3, 4, 2, 1]);
  expect([...orderedRows(5, { keep: (row) => row !== 4, key, isDescending: true })]).toEqual([0, 3, 2, 1]);
});

it('orders as a stable sort does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
      const rows = orderedRows(keys.length, { keep: all, key: (row) => keys[row] as number, isDescending: false });
      expect([...rows]).toEqual([...keys.keys()].sort((a, b) => (keys[a] as number) - (keys[b] as number)));
    }),
  );
});

it('ranks names by the alphabet', () => {
  expect(alphabeticRanks(['MSFT', 'AAPL', 'SPY'])).toEqual([1, 0, 2]);
});

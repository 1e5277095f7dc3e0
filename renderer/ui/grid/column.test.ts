import { expect, test } from 'vitest';
import { nextSort } from './column.ts';

test.each([
  ['pnl', 'descending', null, 'descending'],
  ['pnl', 'descending', { column: 'bars', direction: 'descending' }, 'descending'],
  ['pnl', 'descending', { column: 'pnl', direction: 'descending' }, 'ascending'],
  ['pnl', 'descending', { column: 'pnl', direction: 'ascending' }, 'descending'],
  ['time', 'ascending', null, 'ascending'],
] as const)('%s, first %s, from %o', (column, first, sort, direction) => {
  expect(nextSort(column, first, sort)).toEqual({ column, direction });
});

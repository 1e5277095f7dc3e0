import { expect, test } from 'vitest';
import { columnsTemplate, leastWidth, resized } from './widths.ts';

const columns = [
  { id: 'time', width: 160 },
  { id: 'price', width: 80 },
];

test('columns share what is left over until they are set', () => {
  expect(columnsTemplate(columns, {})).toBe('minmax(10rem, 160fr) minmax(5rem, 80fr)');
  expect(columnsTemplate(columns, { price: 64 })).toBe('minmax(10rem, 160fr) 4rem');
  expect(leastWidth(columns, {})).toBe('15rem');
  expect(leastWidth(columns, { price: 64 })).toBe('14rem');
});

test('a column is made wider and narrower, but never lost', () => {
  expect(resized({ time: 160, price: 80 }, 'price', 10.4)).toEqual({ time: 160, price: 90 });
  expect(resized({ time: 160, price: 80 }, 'price', -100)).toEqual({ time: 160, price: 40 });
});

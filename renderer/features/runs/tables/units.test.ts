import { expect, test } from 'vitest';
import { formatUnits } from './units.ts';

test.each([
  [1_250, '1,250'],
  [0.118, '0.118'],
  [0.000000004, '0'],
  [-3.5, '\u22123.5'],
  [null, '–'],
  [Number.NaN, '–'],
])('%d', (qty, text) => {
  expect(formatUnits(qty)).toBe(text);
});

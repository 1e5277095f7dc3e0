import { expect, test } from 'vitest';
import { digitsOfTick, formatPrice } from './price.ts';

test.each([
  [1, 0],
  [5, 0],
  [0.1, 1],
  [0.25, 2],
  [0.00001, 5],
  [1 / 3, 8],
])('a tick of %d has %d decimals', (tick, digits) => {
  expect(digitsOfTick(tick)).toBe(digits);
});

test.each([
  [84210.5, '84,210.50'],
  [1, '1.00'],
  [0, '0.00'],
  [0.5, '0.5000'],
  [0.0042131, '0.004213'],
  [1e-300, '0.000000000000'],
  [-0.5, '\u22120.5000'],
  [Number.NaN, '–'],
])('%d without a tick', (price, text) => {
  expect(formatPrice(price)).toBe(text);
});

test('with decimals', () => {
  expect(formatPrice(84210.5, 1)).toBe('84,210.5');
});

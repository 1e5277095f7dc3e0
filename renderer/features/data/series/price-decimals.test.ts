import { expect, test } from 'vitest';
import { priceDecimals } from './price-decimals.ts';

test.each([
  [0.25, [4_500], 2],
  [0.00001, [1.07], 5],
  [1, [84_000], 0],
  [0, [84_210.5], 2],
  [0, [1_455.219971, 1_399.420044], 2],
  [0, [78.92, 106.3], 2],
  [0, [78.925, 106.3], 3],
  [0, [1.07219, 1.1], 5],
  [0, [0.5, 0.25], 2],
  [0, [-12.505], 3],
  [0, [0.000012], 6],
  [0, [0.0000123456], 8],
  [0, [0], 2],
  [0, [null, 1.07219], 5],
  [0, [], 2],
])('a tick of %d and %j take %d decimals', (tick, prices, decimals) => {
  expect(priceDecimals(tick, prices)).toBe(decimals);
});

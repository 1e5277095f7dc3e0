import { expect, test } from 'vitest';
import { halfSpreadModel } from './spread.ts';

test.each([
  [{ model: 'none' }, 50, 0],
  [{ model: 'percent', fraction: 0.02 }, 50, 0.5],
  [{ model: 'percent', fraction: 0.02 }, -50, 0.5],
  [{ model: 'fixed', points: 3 }, 50, 1.5],
] as const)('half of %j at %d', (spec, reference, half) => {
  expect(halfSpreadModel(spec)(reference)).toBe(half);
});

import { expect, test } from 'vitest';
import { conditions } from './market-conditions.fixture.ts';
import { halfSpreadModel } from './spread.ts';

test.each([
  [{ model: 'none' }, 50, 0],
  [{ model: 'percent', fraction: 0.02 }, 50, 0.5],
  [{ model: 'percent', fraction: 0.02 }, -50, 0.5],
  [{ model: 'fixed', points: 3 }, 50, 1.5],
  [{ model: 'series' }, 50, 0.125],
] as const)('half of %j at %d, where 0.25 is quoted', (spec, reference, half) => {
  expect(halfSpreadModel(spec)(reference, conditions({ quotedSpread: 0.25 }))).toBe(half);
});

test('a spread that was not quoted is not taken for none', () => {
  expect(() => halfSpreadModel({ model: 'series' })(50, conditions())).toThrow(
    'The spread series has no value at the bar of a fill.',
  );
  expect(halfSpreadModel({ model: 'series' })(50, conditions({ quotedSpread: 0 }))).toBe(0);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correlation } from './correlation.ts';

test('a column goes with itself, against its mirror image, and neither beyond ±1', () => {
  const ticks = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 60, maxLength: 200, size: 'max' });
  fc.assert(
    fc.property(ticks, (values) => {
      const column = Float64Array.from(values, (tick) => tick / 100);
      const mirrored = column.map((value) => -3 * value);
      const [same, opposite] = [correlation(column, column, 10), correlation(column, mirrored, 10)];
      for (let i = 9; i < column.length; i++) {
        expect(same[i]).toBeLessThanOrEqual(1);
        expect(same[i]).toBeGreaterThan(1 - 1e-9);
        expect(opposite[i]).toBeGreaterThanOrEqual(-1);
        expect(opposite[i]).toBeLessThan(-1 + 1e-9);
      }
    }),
  );
});

test('once either column rests it is 0', () => {
  for (let size = 0.7; size < 1_000; size *= 1.3) {
    const moving = Float64Array.from({ length: 60 }, (_, i) => ((i * 37) % 11) / 10);
    const resting = moving.map((value, i) => (i < 30 ? value * size : 7.7));
    expect(
      correlation(moving, resting, 5)
        .subarray(34)
        .every((r) => r === 0),
    ).toBe(true);
    expect(
      correlation(resting, moving, 5)
        .subarray(34)
        .every((r) => r === 0),
    ).toBe(true);
  }
});

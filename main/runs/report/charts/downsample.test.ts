import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extremesPerBucket } from './downsample.ts';

const column = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.double({ noNaN: true, min: -1e9, max: 1e9 }) }, fc.constant(Number.NaN)), {
    maxLength: 400,
  })
  .map((values) => Float64Array.from(values));

test('keeps both ends and both extremes, in order, within the limit', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 4, max: 120 }), (values, limit) => {
      const rows = extremesPerBucket(values, limit);
      const finite = [...values].filter(Number.isFinite);
      expect(rows.length).toBeLessThanOrEqual(limit);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      const kept = rows.map((row) => values[row] as number);
      expect(kept[0]).toBe(finite[0]);
      expect(kept.at(-1)).toBe(finite.at(-1));
      expect(Math.min(...kept)).toEqual(Math.min(...finite));
      expect(Math.max(...kept)).toEqual(Math.max(...finite));
    }),
  );
});

test('a crash of one bar in the middle of any stretch survives', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_998 }), (crash) => {
      const values = new Float64Array(100_000).fill(1);
      values[crash] = 0;
      expect(extremesPerBucket(values, 2_000)).toContain(crash);
    }),
    { numRuns: 20 },
  );
});

test('a short column is drawn as it is', () => {
  expect(extremesPerBucket(Float64Array.of(3, Number.NaN, 1, 2), 4)).toEqual([0, 2, 3]);
});

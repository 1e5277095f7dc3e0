import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from './histogram.ts';

test('counts into round boxes with zero at a border', () => {
  const { start, step, counts, beyond } = histogram(Float64Array.of(-0.061, -0.001, 0, 0.004, 0.066));
  expect(step).toBe(0.005);
  expect(start).toBeCloseTo(-0.065, 12);
  expect(counts).toHaveLength(27);
  expect(counts.flatMap((values, box) => (values === 0 ? [] : [[box, values]]))).toEqual([
    [0, 1],
    [12, 1],
    [13, 2],
    [26, 1],
  ]);
  expect(beyond).toEqual({ below: 0, above: 0 });
});

test('gathers rare extremes in the outermost boxes', () => {
  const values = Float64Array.from({ length: 100 }, (_, i) => ((i % 20) - 10) / 1000);
  values[50] = 9;
  const { counts, step, beyond } = histogram(values);
  expect(step).toBe(0.001);
  expect(beyond).toEqual({ below: 0, above: 1 });
  expect(counts.at(-1)).toBe(5 + 1);
});

test('puts returns that differ by nothing but noise into one box', () => {
  expect(histogram(Float64Array.of(7e-323)).counts).toEqual([1]);
});

test('loses nothing and stays small', () => {
  fc.assert(
    fc.property(fc.float64Array({ minLength: 1, maxLength: 300, min: -1, max: 50, noNaN: true }), (values) => {
      const { counts } = histogram(values);
      expect(counts.reduce((a, b) => a + b)).toBe(values.length);
      expect(counts.length).toBeLessThanOrEqual(30);
    }),
  );
});

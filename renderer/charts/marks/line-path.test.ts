import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewportFixture } from '../viewport/viewport.fixture.ts';
import { areaPath, linePath } from './line-path.ts';
import { RecordingSink } from './recording-sink.fixture.ts';

const plane = { x: (row: number) => row * 10, y: (value: number) => 100 - value, pixelRatio: 1 };
const four = viewportFixture({ count: 4 });
const column = (...values: number[]) => Float64Array.from(values);

function line(min: Float64Array, max: Float64Array, last: Float64Array, span = { start: 0, end: 4 }): string[] {
  const sink = new RecordingSink();
  linePath(sink, four, { min, max, last }, span, plane);
  return sink.steps;
}

describe('a line', () => {
  test('goes through the middles of the buckets', () => {
    const flat = column(10, 20, 15, 30);
    expect(line(flat, flat, flat)).toEqual(['M 5 90', 'L 15 80', 'L 25 85', 'L 35 70']);
  });

  test('reaches the lowest and the highest of a bucket, the nearer one first', () => {
    expect(line(column(10, 5, 20, 20), column(10, 40, 20, 20), column(10, 30, 20, 20))).toEqual([
      'M 5 90',
      'L 15 95',
      'L 15 60',
      'L 15 70',
      'L 25 80',
      'L 35 80',
    ]);
    expect(line(column(50, 5, 20, 20), column(50, 40, 20, 20), column(50, 5, 20, 20)).slice(0, 3)).toEqual([
      'M 5 50',
      'L 15 60',
      'L 15 95',
    ]);
  });

  test('doesn’t dwell on less than a pixel', () => {
    expect(line(column(10, 19.9, 20, 20), column(10, 20.5, 20, 20), column(10, 20, 20, 20))[1]).toBe('L 15 80');
  });

  test('breaks where there is no value', () => {
    const gap = column(10, Number.NaN, 15, 30);
    expect(line(gap, gap, gap)).toEqual(['M 5 90', 'M 25 85', 'L 35 70']);
  });

  test('runs one bucket out of the view on both sides, where there is one', () => {
    const flat = column(10, 20, 15, 30);
    expect(line(flat, flat, flat, { start: 2, end: 3 })).toEqual(['M 15 80', 'L 25 85', 'L 35 70']);
  });

  test('loses no extreme', () => {
    const value = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 4, maxLength: 4 }), (buckets) => {
        const sorted = buckets.map((bucket) => bucket.toSorted((a, b) => a - b));
        const steps = line(
          Float64Array.from(sorted, ([low = 0]) => low),
          Float64Array.from(sorted, ([, , high = 0]) => high),
          Float64Array.from(sorted, ([, middle = 0]) => middle),
        );
        for (const [index, [low = 0, , high = 0]] of sorted.entries()) {
          const heights = steps.filter(
            (step) => step.startsWith(`M ${index * 10 + 5} `) || step.startsWith(`L ${index * 10 + 5} `),
          );
          expect(heights.some((step) => step.endsWith(` ${100 - low}`))).toBe(true);
          expect(heights.some((step) => step.endsWith(` ${100 - high}`))).toBe(true);
        }
      }),
    );
  });
});

test('an area hangs from its ceiling, one for each stretch of values', () => {
  const sink = new RecordingSink();
  areaPath(sink, four, column(10, 20, Number.NaN, 30), { start: 0, end: 4 }, plane, 7);
  expect(sink.steps).toEqual(['M 5 7', 'L 5 90', 'L 15 80', 'L 15 7', 'Z', 'M 35 7', 'L 35 70', 'L 35 7', 'Z']);
});

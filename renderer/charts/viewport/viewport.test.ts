import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewportFixture } from './viewport.fixture.ts';
import { bucketAt, bucketBefore, bucketsIn, endOfBucket, extentOf, middleOfBucket, timeAt } from './viewport.ts';

/** Rows 100 to 139 in buckets of four. */
const fours = viewportFixture({ first: 100, count: 10, rowsPerBucket: 4 });
const empty = viewportFixture({ count: 0 });

describe('buckets of a viewport', () => {
  test.each([
    [99, -1],
    [100, 0],
    [103.9, 0],
    [104, 1],
    [500, 9],
  ])('the last that begins at or before row %d is %d', (row, bucket) => {
    expect(bucketBefore(fours, row)).toBe(bucket);
    expect(bucketAt(fours, row)).toBe(Math.max(0, bucket));
  });

  test('end and middle', () => {
    expect(endOfBucket(fours, 1)).toBe(108);
    expect(middleOfBucket(fours, 1)).toBe(106);
    expect(bucketAt(empty, 5)).toBe(-1);
    expect(timeAt(fours, 105)).toBe(fours.time[1]);
    expect(timeAt(empty, 105)).toBeNull();
  });

  test.each([
    [
      { from: 100, to: 140 },
      { start: 0, end: 10 },
    ],
    [
      { from: 0, to: 1000 },
      { start: 0, end: 10 },
    ],
    [
      { from: 103.9, to: 108 },
      { start: 0, end: 2 },
    ],
    [
      { from: 104, to: 108.1 },
      { start: 1, end: 3 },
    ],
    [
      { from: 0, to: 100 },
      { start: 0, end: 0 },
    ],
    [
      { from: 140, to: 150 },
      { start: 10, end: 10 },
    ],
  ])('of which a part is in %j are %j', (range, span) => {
    expect(bucketsIn(fours, range)).toEqual(span);
  });

  test('in view are those that overlap it, and no other', () => {
    const edge = fc.double({ min: 90, max: 150, noNaN: true });
    fc.assert(
      fc.property(edge, fc.double({ min: 0.01, max: 50, noNaN: true }), (from, width) => {
        const range = { from, to: from + width };
        const { start, end } = bucketsIn(fours, range);
        const overlapping = [...fours.firstRow.keys()].filter(
          (bucket) => (fours.firstRow[bucket] ?? 0) < range.to && endOfBucket(fours, bucket) > range.from,
        );
        expect(Array.from({ length: end - start }, (_, index) => start + index)).toEqual(overlapping);
      }),
    );
  });

  test('have the extent of all columns, without what is missing', () => {
    const columns = [Float64Array.of(9, Number.NaN, 5, 1), Float64Array.of(9, 7, Number.NaN, 1)];
    expect(extentOf(columns, { start: 1, end: 3 })).toEqual({ low: 5, high: 7 });
    expect(extentOf(columns, { start: 2, end: 2 })).toBeNull();
    expect(extentOf([Float64Array.of(Number.NaN)], { start: 0, end: 1 })).toBeNull();
  });
});

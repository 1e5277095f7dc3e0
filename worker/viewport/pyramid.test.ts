import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketGrid, gridRows } from './bucket-grid.ts';
import { type Fold, Pyramid } from './pyramid.ts';

const value = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -50, max: 50 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const column = fc.oneof(
  fc.array(value, { maxLength: 300 }),
  fc.array(value, { minLength: 2_000, maxLength: 3_000, size: 'max' }),
);

const BRUTE: Record<Fold, (values: number[]) => number> = {
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  first: (values) => values[0] as number,
  last: (values) => values.at(-1) as number,
  sum: (values) => values.reduce((sum, one) => sum + one, 0),
};

describe('a bucket', () => {
  it.each(Object.keys(BRUTE) as Fold[])('is the %s of its rows', (fold) => {
    fc.assert(
      fc.property(
        column,
        fc.double({ noNaN: true, min: -100, max: 3_100 }),
        fc.nat(3_000),
        fc.integer({ min: 1, max: 50 }),
        (values, from, span, most) => {
          const all = Float64Array.from(values);
          const grid = bucketGrid(all.length, from, from + span, most);
          const { firstRow, rows } = gridRows(grid);
          const expected = Array.from(firstRow, (first, i) => {
            const counted = [...all.subarray(first, first + (rows[i] as number))].filter((one) => !Number.isNaN(one));
            return counted.length === 0 ? Number.NaN : BRUTE[fold](counted);
          });
          expect([...new Pyramid(all, fold).buckets(grid)]).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is folded from stored levels, not from rows', () => {
    const reads = { count: 0 };
    const all = new Float64Array(1 << 18).map((_, i) => i);
    const pyramid = new Pyramid(
      new Proxy(all, {
        get(target, name) {
          if (typeof name === 'string' && /^\d+$/.test(name)) reads.count++;
          return Reflect.get(target, name);
        },
      }),
      'max',
    );
    reads.count = 0;
    const grid = bucketGrid(all.length, 0, all.length, 1_000);
    expect(pyramid.buckets(grid).at(-1)).toBe(all.length - 1);
    expect(reads.count).toBe(0);
    expect(pyramid.bytes).toBeLessThan(all.byteLength / 11);
    expect(pyramid.bytes).toBeGreaterThan(all.byteLength / 13);
  });
});

describe('the grid', () => {
  it('covers what is asked for, in as few buckets as are allowed', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000_000),
        fc.double({ noNaN: true, min: -1e6, max: 6e6 }),
        fc.double({ noNaN: true, min: 0, max: 6e6 }),
        fc.integer({ min: 1, max: 1_200 }),
        (total, from, span, most) => {
          const grid = bucketGrid(total, from, from + span, most);
          const { firstRow, rows } = gridRows(grid);
          const first = Math.min(Math.max(Math.floor(from), 0), total);
          const end = Math.min(Math.max(Math.ceil(from + span), 0), total);
          expect(grid.buckets).toBeLessThanOrEqual(most);
          if (end <= first) {
            expect(grid.buckets).toBe(0);
            return;
          }
          expect(firstRow[0]).toBeLessThanOrEqual(first);
          expect(first - (firstRow[0] as number)).toBeLessThan(grid.rowsPerBucket);
          const last = grid.buckets - 1;
          expect((firstRow[last] as number) + (rows[last] as number)).toBeGreaterThanOrEqual(end);
          expect(firstRow[last]).toBeLessThan(end);
          for (const row of firstRow) expect(row % grid.rowsPerBucket).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is one row a bucket when zoomed in', () => {
    expect(bucketGrid(1_000, 10.5, 20.2, 1_200)).toEqual({
      totalRows: 1_000,
      rowsPerBucket: 1,
      firstBucket: 10,
      buckets: 11,
    });
  });

  it('takes the widths 1, 2 and 3 times the powers of 4', () => {
    const widths = [500, 1_000, 1_500, 2_000, 4_000, 6_000, 8_000, 16_000].map(
      (span) => bucketGrid(100_000, 0, span, 500).rowsPerBucket,
    );
    expect(widths).toEqual([1, 2, 3, 4, 8, 12, 16, 32]);
  });

  it('widens when a bucket more than allowed would be cut by the edges', () => {
    expect(bucketGrid(100, 3, 7, 1)).toEqual({ totalRows: 100, rowsPerBucket: 8, firstBucket: 0, buckets: 1 });
  });

  it('keeps its buckets while a chart is dragged', () => {
    const one = gridRows(bucketGrid(100_000, 1_000, 9_000, 500)).firstRow;
    const other = gridRows(bucketGrid(100_000, 1_007, 9_007, 500)).firstRow;
    expect([...other.slice(0, 400)]).toEqual([...one.slice(0, 400)]);
  });

  it('refuses a chart without buckets', () => {
    expect(() => bucketGrid(10, 0, 10, 0)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ColumnSeries, Cursor, columnOf, crossed, isSeries } from './series.ts';

function seriesOf(values: readonly number[], row?: number) {
  const cursor = new Cursor(Float64Array.from(values.keys()));
  if (row !== undefined) cursor.advance(row);
  return { cursor, series: new ColumnSeries(Float64Array.from(values), cursor) };
}

describe('a series', () => {
  test('reads the current bar and those before it', () => {
    const { series, cursor } = seriesOf([10, 11, 12, 13], 2);
    expect([series.now, series.ago(0), series.ago(2), series.ago(3), series.length]).toEqual([
      12,
      12,
      10,
      Number.NaN,
      4,
    ]);
    expect([series.at(0), series.at(2)]).toEqual([10, 12]);
    cursor.advance(3);
    expect([series.now, series.at(3)]).toEqual([13, 13]);
  });

  test('never reads forward, at any bar', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.integer(),
        (values, at, index) => {
          const row = at % values.length;
          const { series } = seriesOf(values, row);
          const read = (get: () => number) => {
            try {
              return get();
            } catch {
              return 'refused';
            }
          };
          const isVisible = index >= 0 && index <= row;
          expect(read(() => series.at(index))).toBe(isVisible ? values[index] : 'refused');
          const back = read(() => series.ago(index));
          expect(back).toBe(index < 0 ? 'refused' : index > row ? Number.NaN : values[row - index]);
        },
      ),
    );
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('has nothing %d bars ago', (bars) => {
    expect(() => seriesOf([1, 2], 1).series.ago(bars)).toThrow('the future is not readable');
  });

  test.each([
    [-1, 'positions go from 0 to 2'],
    [3, 'positions go from 0 to 2'],
    [1.5, 'positions go from 0 to 2'],
    [2, 'lies in the future of bar 1'],
  ])('has nothing at %d', (index, message) => {
    expect(() => seriesOf([1, 2, 3], 1).series.at(index)).toThrow(message);
  });

  test('is whole in setup, where there is no current bar', () => {
    const { series } = seriesOf([1, 2, 3]);
    expect(series.at(2)).toBe(3);
    expect(() => series.now).toThrow('There is no current bar in setup');
    expect(() => series.ago(1)).toThrow('There is no current bar in setup');
  });

  test('is empty before the first bar', () => {
    const { series } = seriesOf([1, 2], -1);
    expect([series.now, series.ago(1)]).toEqual([Number.NaN, Number.NaN]);
    expect(() => series.at(0)).toThrow('future');
  });

  test('is known by what it is, not by its looks', () => {
    const { series } = seriesOf([1]);
    expect(isSeries(series)).toBe(true);
    for (const other of [Object.create(series), { ...series }, null, undefined, 1, [1]])
      expect(isSeries(other)).toBe(false);
    expect([...columnOf(series)]).toEqual([1]);
    expect(Object.isFrozen(series)).toBe(true);
    expect(Object.isFrozen(Object.getPrototypeOf(series))).toBe(true);
  });
});

describe('crossing', () => {
  const cross = (a: readonly number[], b: readonly number[] | number, direction: 1 | -1) =>
    crossed(seriesOf(a, a.length - 1).series, typeof b === 'number' ? b : seriesOf(b, b.length - 1).series, direction);

  test.each([
    ['from below to above', [1, 3], [2, 2], true, false],
    ['from above to below', [3, 1], [2, 2], false, true],
    ['from equal to above', [2, 3], [2, 2], true, false],
    ['from equal to below', [2, 1], [2, 2], false, true],
    ['from below to equal', [1, 2], [2, 2], false, false],
    ['staying above', [3, 4], [2, 2], false, false],
    ['over a number', [1, 3], 2, true, false],
    ['under a number', [3, 1], 2, false, true],
    ['without a value before', [Number.NaN, 3], [2, 2], false, false],
    ['on the first bar', [3], [2], false, false],
  ])('%s', (_, a, b, over, under) => {
    expect([cross(a, b, 1), cross(a, b, -1)]).toEqual([over, under]);
  });

  test('of a series with more bars than the other counts back from each one’s own bar', () => {
    expect(cross([9, 9, 1, 3], [2, 2], 1)).toBe(true);
  });

  test('never goes both ways', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 2, maxLength: 2 }), fc.double(), (a, b) => {
        expect(cross(a, b, 1) && cross(a, b, -1)).toBe(false);
      }),
    );
  });
});

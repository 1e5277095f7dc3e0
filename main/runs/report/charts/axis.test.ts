import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearScale, logScale, roundValues, timeTicks, valueTicks } from './axis.ts';

describe('scales', () => {
  test('place their ends at 0 and 1, and the middle by ratio on a log scale', () => {
    expect([10, 20, 30].map(linearScale(10, 30).at)).toEqual([0, 0.5, 1]);
    const log = logScale(10, 1000);
    expect(log.at(10)).toBe(0);
    expect(log.at(100)).toBeCloseTo(0.5, 12);
    expect(log.at(1000)).toBe(1);
  });

  test('a flat column has a scale', () => {
    expect(linearScale(5, 5).at(5)).toBe(0);
    expect(logScale(5, 5).at(5)).toBe(0);
  });
});

describe('values', () => {
  test('are round', () => {
    expect(roundValues(-0.52, 0.13, 7)).toEqual([-0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1]);
    expect(roundValues(9_730, 51_400, 5)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
  });

  test('lie inside, in order, and are not too many', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.double({ noNaN: true, min: 1e-3, max: 1e7 }),
        fc.integer({ min: 2, max: 12 }),
        (min, length, most) => {
          const max = min + length;
          const values = roundValues(min, max, most);
          const slack = length * 1e-6;
          expect(values.length).toBeLessThanOrEqual(most + 1);
          expect(values.every((v) => v >= min - slack && v <= max + slack)).toBe(true);
          expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
        },
      ),
    );
  });

  test('on a log scale step by ratio, or by difference where there are too few', () => {
    expect(valueTicks(logScale(8_000, 120_000), 6)).toEqual([10_000, 20_000, 50_000, 100_000]);
    expect(valueTicks(logScale(90, 190), 5)).toEqual([100, 120, 140, 160, 180]);
  });
});

describe('times', () => {
  const labels = (from: string, to: string, most = 10) =>
    timeTicks(Date.parse(from), Date.parse(to), most).map((tick) => tick.label);

  test('are years for decades', () => {
    expect(labels('2000-01-03', '2020-12-31')).toEqual(['2005', '2010', '2015', '2020']);
    expect(labels('2000-01-01', '2007-06-01')).toEqual([
      '2000',
      '2001',
      '2002',
      '2003',
      '2004',
      '2005',
      '2006',
      '2007',
    ]);
  });

  test('are months, days and minutes for shorter periods', () => {
    expect(labels('2023-11-10', '2024-05-02')).toEqual([
      '2023-12',
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
    ]);
    expect(labels('2024-02-27', '2024-03-02', 5)).toEqual(['02-27', '02-28', '02-29', '03-01', '03-02']);
    expect(labels('2024-02-27T09:30Z', '2024-02-27T10:10Z', 5)).toEqual([
      '02-27 09:30',
      '02-27 09:40',
      '02-27 09:50',
      '02-27 10:00',
      '02-27 10:10',
    ]);
  });

  test('are never too many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 6e5, max: 4e12 }), (first, length) => {
        expect(timeTicks(first, first + length, 8).length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

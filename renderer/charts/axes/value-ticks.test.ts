import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logTicks, valueTicks } from './value-ticks.ts';

describe('value ticks', () => {
  test.each([
    [
      78_900,
      87_200,
      9,
      { values: [79_000, 80_000, 81_000, 82_000, 83_000, 84_000, 85_000, 86_000, 87_000], decimals: 0 },
    ],
    [0, 1, 5, { values: [0, 0.2, 0.4, 0.6, 0.8, 1], decimals: 1 }],
    [0, 1, 4, { values: [0, 0.25, 0.5, 0.75, 1], decimals: 2 }],
    [-0.3, 0.3, 3, { values: [-0.2, 0, 0.2], decimals: 1 }],
    [1.0841, 1.0849, 4, { values: [1.0842, 1.0844, 1.0846, 1.0848], decimals: 4 }],
    [5, 5, 4, { values: [], decimals: 0 }],
    [0, 1, 0.5, { values: [], decimals: 0 }],
  ])('between %d and %d, %d of them', (low, high, most, ticks) => {
    expect(valueTicks(low, high, most)).toEqual(ticks);
  });

  test('lie inside, are evenly spaced and no more than fit', () => {
    const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        end,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (low, span, most) => {
          const { values } = valueTicks(low, low + span, most);
          expect(values.length).toBeLessThanOrEqual(most + 1);
          const slack = span * 1e-6;
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(low - slack);
            expect(value).toBeLessThanOrEqual(low + span + slack);
          }
          const gaps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
          for (const gap of gaps) expect(Math.abs(gap - (gaps[0] ?? 0))).toBeLessThan(slack);
        },
      ),
    );
  });

  test('of a long logarithmic axis are 1, 2, 5 of each power', () => {
    expect(logTicks(9, 250, 10)).toEqual({ values: [10, 20, 50, 100, 200], decimals: 0 });
    expect(logTicks(0.09, 2, 10)).toEqual({ values: [0.1, 0.2, 0.5, 1, 2], decimals: 1 });
    expect(logTicks(9, 250, 2).values).toEqual([10, 100]);
  });

  test('of a short logarithmic axis are evenly spaced', () => {
    expect(logTicks(100, 200, 5)).toEqual(valueTicks(100, 200, 5));
    expect(logTicks(100, 800, 2).values).toEqual([100, 200, 500].filter((_, index) => index % 2 === 0));
  });
});

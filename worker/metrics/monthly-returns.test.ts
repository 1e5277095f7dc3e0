import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyReturns, yearlyReturns } from './monthly-returns.ts';
import { START } from './source.fixture.ts';

const DAY = 86_400_000;
const dates = (...texts: string[]) => Float64Array.from(texts, (text) => Date.parse(text));

describe('monthly returns', () => {
  it('go from the close of the month before to the own last close', () => {
    const time = dates('2023-12-28', '2023-12-29', '2024-01-02', '2024-01-31', '2024-03-01');
    const equity = Float64Array.of(100, 110, 90, 121, 60.5);
    const months = monthlyReturns(time, equity);
    expect(months.map(({ year, month }) => [year, month])).toEqual([
      [2023, 12],
      [2024, 1],
      [2024, 3],
    ]);
    expect(months.map(({ value }) => value)).toEqual([110 / 100 - 1, 121 / 110 - 1, -0.5]);
    expect(yearlyReturns(time, equity)).toEqual([
      { year: 2023, value: 110 / 100 - 1 },
      { year: 2024, value: 60.5 / 110 - 1 },
    ]);
  });

  it('tell the same month of two years apart', () => {
    const months = monthlyReturns(dates('2023-05-01', '2024-05-01'), Float64Array.of(100, 150));
    expect(months).toEqual([
      { year: 2023, month: 5, value: 0 },
      { year: 2024, month: 5, value: 0.5 },
    ]);
  });

  it('are undefined once equity has reached zero', () => {
    const time = dates('2024-01-01', '2024-01-31', '2024-02-29');
    expect(monthlyReturns(time, Float64Array.of(100, 0, 50)).map(({ value }) => value)).toEqual([-1, Number.NaN]);
  });

  it('are none without bars', () => {
    expect(monthlyReturns(Float64Array.of(), Float64Array.of())).toEqual([]);
    expect(yearlyReturns(Float64Array.of(), Float64Array.of())).toEqual([]);
  });

  it('compound to the total return, months and years alike', () => {
    const curve = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 1, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(curve, (points) => {
        let at = START;
        const time = Float64Array.from(points, ([days]) => (at += days * DAY));
        const equity = Float64Array.from(points, ([, value]) => value);
        const total = Math.log((equity.at(-1) as number) / (equity[0] as number));
        for (const rows of [monthlyReturns(time, equity), yearlyReturns(time, equity)]) {
          expect(rows.reduce((sum, { value }) => sum + Math.log1p(value), 0)).toBeCloseTo(total, 8);
        }
      }),
    );
  });
});

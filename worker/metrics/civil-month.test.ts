import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilMonth } from './civil-month.ts';

describe('civil month', () => {
  it('agrees with the calendar of the language for all days', () => {
    const day = fc.integer({ min: -200_000, max: 200_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86_399_999 }), (days, ms) => {
        const time = days * 86_400_000 + ms;
        const date = new Date(time);
        expect(civilMonth(time)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });
      }),
      { numRuns: 1_000 },
    );
  });

  it('knows the ends of leap months', () => {
    expect(civilMonth(Date.UTC(2000, 1, 29))).toEqual({ year: 2000, month: 2 });
    expect(civilMonth(Date.UTC(1900, 1, 28) + 86_400_000)).toEqual({ year: 1900, month: 3 });
    expect(civilMonth(Date.UTC(2024, 11, 31, 23, 59, 59, 999))).toEqual({ year: 2024, month: 12 });
  });
});

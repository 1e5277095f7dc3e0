import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyBars, type Quote } from '../../../tests/support/bars.ts';
import { usualRange } from './volatility.ts';

describe('the usual range of a bar', () => {
  test('is the mean true range of the 20 bars before it, unknown until there are 20', () => {
    // Ranges of 2, but for the first bar's 6; then a jump from 100 to 110, and a bar that doesn't count any more.
    const quiet = Array.from({ length: 20 }, (_, i): Quote => (i === 0 ? [100, 104, 98, 100] : [100, 101, 99, 100]));
    const usual = usualRange(dailyBars([...quiet, [110, 111, 109, 110], [110, 111, 109, 110], [50, 500, 5, 50]]));
    expect(usual.length).toBe(23);
    expect([...usual.subarray(0, 20)]).toEqual(new Array(20).fill(Number.NaN));
    expect([...usual.subarray(20)]).toEqual([2.2, 2 + 9 / 20, 2 + 9 / 20]);
  });

  test('is unknown in a short series', () => {
    expect([...usualRange(dailyBars([]))]).toEqual([]);
    expect([...usualRange(dailyBars([[1, 2, 1, 2]]))]).toEqual([Number.NaN]);
    const twenty = dailyBars(new Array<Quote>(20).fill([1, 2, 1, 2]));
    expect(usualRange(twenty).every(Number.isNaN)).toBe(true);
  });

  test('comes to the mean that adding up gives, wherever it stands', () => {
    const bar = fc.tuple(fc.nat(90), fc.nat(9), fc.nat(9)).map(([price, up, down]): Quote => {
      return [price + 10, price + 10 + up, price + 10 - down, price + 10];
    });
    fc.assert(
      fc.property(fc.array(bar, { minLength: 21, maxLength: 90 }), (quotes) => {
        const usual = usualRange(dailyBars(quotes));
        const ranges = quotes.map(([, high, low], i) => {
          const before = quotes[i - 1]?.[3] ?? low;
          return Math.max(high, before) - Math.min(low, before);
        });
        for (let i = 20; i < quotes.length; i++) {
          const sum = ranges.slice(i - 20, i).reduce((a, b) => a + b);
          expect(usual[i]).toBe(sum / 20);
        }
      }),
    );
  });

  test('forgets a giant bar to the last digit', () => {
    const calm = new Array<Quote>(50).fill([1, 1.25, 1, 1]);
    const usual = usualRange(dailyBars([...calm, [1, 1e17, 1, 1], ...calm]));
    expect(usual[71]).toBe(0.25);
  });
});

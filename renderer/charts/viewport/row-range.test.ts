import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centreRange, clampRange, fullRange, lastRows, panRange, revealRange, spanOf, zoomRange } from './row-range.ts';

const rows = fc.integer({ min: 1, max: 5_000_000 });
const range = fc
  .tuple(fc.double({ min: -1e7, max: 1e7, noNaN: true }), fc.double({ min: 0.01, max: 1e7, noNaN: true }))
  .map(([from, span]) => ({ from, to: from + span }));

describe('a range of rows', () => {
  test('shows all rows and 2.5 % of blank behind them', () => {
    expect(fullRange(975)).toEqual({ from: 0, to: 1000 });
    expect(fullRange(0).to).toBeGreaterThan(0);
    expect(lastRows(10_000, 195)).toEqual({ from: 9_805, to: 10_005 });
    expect(lastRows(100, 500)).toEqual(fullRange(100));
  });

  test('never leaves the series, and clamping twice changes nothing', () => {
    fc.assert(
      fc.property(range, rows, (wild, count) => {
        const tame = clampRange(wild, count);
        expect(tame.from).toBeGreaterThanOrEqual(0);
        expect(tame.to).toBeLessThanOrEqual(Math.max(fullRange(count).to, count + 0.026 * spanOf(tame)) + 1e-6);
        expect(spanOf(tame)).toBeGreaterThanOrEqual(Math.min(10, spanOf(fullRange(count))) - 1e-6);
        const again = clampRange(tame, count);
        expect(again.from).toBeCloseTo(tame.from, 6);
        expect(again.to).toBeCloseTo(tame.to, 6);
      }),
    );
  });

  test('stops at ten bars', () => {
    expect(clampRange({ from: 50, to: 51 }, 1000)).toEqual({ from: 50, to: 60 });
    expect(clampRange({ from: 2, to: 3 }, 4)).toEqual(fullRange(4));
  });

  test('zooms around the row under the pointer', () => {
    expect(zoomRange({ from: 100, to: 300 }, 0.5, 150, 1000)).toEqual({ from: 125, to: 225 });
    expect(zoomRange({ from: 100, to: 300 }, 2, 150, 1000)).toEqual({ from: 50, to: 450 });
  });

  test('zooming in at the limit stays where it is', () => {
    expect(zoomRange({ from: 100, to: 110 }, 0.5, 108, 1000)).toEqual({ from: 100, to: 110 });
  });

  test('zooming in and out again comes back where no end is near', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (by, at) => {
          const start = { from: 4_000, to: 5_000 };
          const row = 4_000 + at * 1_000;
          const back = zoomRange(zoomRange(start, by, row, 100_000), 1 / by, row, 100_000);
          expect(back.from).toBeCloseTo(start.from, 6);
          expect(back.to).toBeCloseTo(start.to, 6);
        },
      ),
    );
  });

  test('pans until an end', () => {
    expect(panRange({ from: 100, to: 300 }, 50, 1000)).toEqual({ from: 150, to: 350 });
    expect(panRange({ from: 100, to: 300 }, -500, 1000)).toEqual({ from: 0, to: 200 });
    expect(panRange({ from: 100, to: 300 }, 5_000, 1000)).toEqual({ from: 805, to: 1005 });
  });

  test('puts a bar into the middle', () => {
    expect(centreRange({ from: 0, to: 100 }, 500, 1000)).toEqual({ from: 450.5, to: 550.5 });
  });

  test('shows a trade with the least movement', () => {
    const start = { from: 100, to: 200 };
    expect(revealRange(start, 110, 189, 1000)).toBe(start);
    expect(revealRange(start, 109, 120, 1000)).toEqual({ from: 65, to: 165 });
    expect(revealRange(start, 180, 190, 1000)).toEqual({ from: 135.5, to: 235.5 });
    expect(revealRange(start, 300, 499, 1000)).toEqual({ from: 275, to: 525 });
  });
});

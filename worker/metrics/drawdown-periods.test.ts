import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawdownPeriods } from './drawdown-periods.ts';

const of = (...equity: number[]) =>
  drawdownPeriods(
    Float64Array.from(equity, (_, k) => k * 10),
    Float64Array.from(equity),
  );

describe('drawdown periods', () => {
  it('run from the last bar at a high to the bar that reaches it again', () => {
    expect(of(100, 100, 80, 75, 75, 90, 100, 120, 110, 130)).toEqual([
      { peak: 1, trough: 3, recovery: 6, depth: -0.25, duration: 50 },
      { peak: 7, trough: 8, recovery: 9, depth: 110 / 120 - 1, duration: 20 },
    ]);
  });

  it('stay open where the data ends under water', () => {
    expect(of(100, 90, 95)).toEqual([{ peak: 0, trough: 1, recovery: null, depth: 90 / 100 - 1, duration: 20 }]);
  });

  it('are none for a curve that never falls, one bar, or nothing', () => {
    expect(of(100, 100, 101)).toEqual([]);
    expect(of(100)).toEqual([]);
    expect(of()).toEqual([]);
  });

  it('go below −1 for an account in debt', () => {
    expect(of(100, -50)).toMatchObject([{ depth: -1.5 }]);
  });

  it('find the same maximum as comparing all pairs, within −1 and 0', () => {
    const curve = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(curve, (equity) => {
        const falls = equity.flatMap((high, i) => equity.slice(i).map((low) => low / high - 1));
        const deepest = Math.min(0, ...of(...equity).map(({ depth }) => depth));
        expect(deepest).toBe(Math.min(...falls));
        expect(deepest).toBeGreaterThan(-1);
      }),
    );
  });
});

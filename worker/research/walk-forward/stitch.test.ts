import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stitched, walkForwardEfficiency } from './stitch.ts';

const segment = (from: number, equity: readonly number[], cash = 100) => ({
  time: Float64Array.from(equity, (_, bar) => from + bar),
  equity: Float64Array.from(equity),
  cash,
});

describe('stitched equity', () => {
  it('goes on with what was left', () => {
    const { time, equity } = stitched([segment(0, [100, 110]), segment(5, [200, 400], 200)], 1_000);
    expect([...time]).toEqual([0, 1, 5, 6]);
    expect([...equity].map((value) => Math.round(value))).toEqual([1_000, 1_100, 1_100, 2_200]);
  });

  it('grows by the product of what its spans grew by', () => {
    const curves = fc.array(fc.array(fc.double({ min: 1, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(curves, (list) => {
        const { equity } = stitched(
          list.map((curve, k) => segment(10 * k, curve)),
          50,
        );
        const growth = list.reduce((product, curve) => (product * (curve.at(-1) ?? 0)) / 100, 1);
        expect((equity.at(-1) ?? 0) / 50 / growth).toBeCloseTo(1, 9);
      }),
    );
  });

  it('passes over spans without bars, and refuses overlaps', () => {
    expect([...stitched([segment(0, [150]), segment(9, []), segment(9, [200])], 10).equity]).toEqual([15, 30]);
    expect(() => stitched([segment(0, [1, 2, 3]), segment(2, [1])], 10)).toThrow('overlap');
  });
});

describe('walk-forward efficiency', () => {
  it('is the share of growth that was kept', () => {
    expect(walkForwardEfficiency([0.2, 0.4], [0.1, 0.05])).toBeCloseTo(0.25, 12);
    expect(walkForwardEfficiency([0.1], [-0.05])).toBeCloseTo(-0.5, 12);
  });

  it('says nothing where nothing grew', () => {
    expect(walkForwardEfficiency([-0.1], [0.1])).toBeNaN();
    expect(walkForwardEfficiency([], [])).toBeNaN();
  });
});

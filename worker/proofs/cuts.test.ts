import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../engine/random.ts';
import { bisect, sampleCuts } from './cuts.ts';

const range = { first: 5, end: 205 };

describe('sampleCuts', () => {
  it('gives ascending cuts in range, no more than asked for, the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300)),
        fc.nat(100),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (bars, first, length, count, seed) => {
          const span = { first, end: first + length };
          const cuts = sampleCuts(bars, span, count, mulberry32(seed));
          expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b));
          expect(cuts.length).toBeGreaterThan(0);
          expect(cuts.length).toBeLessThanOrEqual(count);
          for (const cut of cuts) expect(cut >= span.first && cut < span.end).toBe(true);
          expect(sampleCuts(bars, span, count, mulberry32(seed))).toEqual(cuts);
        },
      ),
    );
  });

  it('cuts right behind bars with orders for one half, anywhere for the other', () => {
    const cuts = sampleCuts([10, 10, 20, 30], range, 8, () => 0.5);
    expect(cuts).toEqual([11, 21, 25, 31, 65, 105, 145, 185]);
  });

  it('cuts everywhere where there is little room', () => {
    expect(sampleCuts([], { first: 3, end: 6 }, 24, () => 0)).toEqual([3, 4, 5]);
  });
});

describe('bisect', () => {
  it('finds the first place that shows something', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), fc.nat(1_000), (hidden, gap, more) => {
        const first = hidden + gap;
        const shown = first + more;
        expect(bisect(hidden, shown, shown, (place) => (place >= first ? place : null))).toBe(first);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkForwardWindows } from './walk-forward.ts';

describe('walk-forward windows', () => {
  it('roll', () => {
    expect(walkForwardWindows(10, { inSample: 4, outOfSample: 2, anchored: false, purge: 1 })).toEqual([
      { inSample: { from: 0, to: 4 }, outOfSample: { from: 5, to: 7 } },
      { inSample: { from: 2, to: 6 }, outOfSample: { from: 7, to: 9 } },
      { inSample: { from: 4, to: 8 }, outOfSample: { from: 9, to: 10 } },
    ]);
  });

  it('grow from an anchor', () => {
    const windows = walkForwardWindows(10, { inSample: 4, outOfSample: 3, anchored: true, purge: 0 });
    expect(windows.map(({ inSample }) => inSample)).toEqual([
      { from: 0, to: 4 },
      { from: 0, to: 7 },
    ]);
  });

  it('trade every later period once, never one that chose', () => {
    const length = fc.integer({ min: 1, max: 40 });
    const terms = fc.record({
      inSample: length,
      outOfSample: length,
      anchored: fc.boolean(),
      purge: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(terms, fc.integer({ min: 50, max: 300 }), (chosen, periods) => {
        const windows = walkForwardWindows(periods, chosen);
        let next = chosen.inSample + chosen.purge;
        for (const { inSample, outOfSample } of windows) {
          expect(outOfSample.from).toBe(next);
          expect(inSample.to + chosen.purge).toBe(outOfSample.from);
          expect(inSample.from).toBeGreaterThanOrEqual(0);
          if (!chosen.anchored) expect(inSample.to - inSample.from).toBe(chosen.inSample);
          next = outOfSample.to;
        }
        expect(next).toBe(periods);
      }),
    );
  });

  it('refuse what doesn’t fit', () => {
    const terms = { inSample: 8, outOfSample: 2, anchored: false, purge: 2 };
    expect(() => walkForwardWindows(10, terms)).toThrow('10 periods hold no window of 8 and 2');
    expect(() => walkForwardWindows(10, { ...terms, inSample: 0 })).toThrow('a period or more');
    expect(() => walkForwardWindows(10, { ...terms, purge: -1 })).toThrow('purged');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rectangle, restoredPlace, SMALLEST } from './window-place.ts';

const LEFT: Rectangle = { x: 0, y: 25, width: 1920, height: 1055 };
const RIGHT: Rectangle = { x: 1920, y: 0, width: 2560, height: 1440 };
const DISPLAYS = [LEFT, RIGHT];
const MIDDLE = { x: 240, y: 102, width: 1440, height: 900 };

const stored = (bounds: Partial<Rectangle>, isMaximized = false) => ({
  bounds: { x: 100, y: 100, width: 1200, height: 800, ...bounds },
  isMaximized,
});
const boundsOf = (bounds: Partial<Rectangle>) => restoredPlace(stored(bounds), DISPLAYS).bounds;

describe('the window', () => {
  test('returns to where it was', () => {
    expect(restoredPlace(stored({}, true), DISPLAYS)).toEqual(stored({}, true));
    expect(boundsOf({ x: 2000, y: 10 })).toEqual(stored({ x: 2000, y: 10 }).bounds);
    expect(boundsOf({ x: 1800 })).toEqual(stored({ x: 1800 }).bounds);
    expect(boundsOf({ x: 120 - 1200 })).toEqual(stored({ x: 120 - 1200 }).bounds);
    expect(boundsOf({ y: 1040 })).toEqual(stored({ y: 1040 }).bounds);
  });

  test.each([
    ['left of everything', { x: 119 - 1200 }],
    ['right of everything', { x: 4480 - 119 }],
    ['above', { y: 24 }],
    ['below', { y: 1041 }],
  ])('goes to the middle where nobody could take hold of it: %s', (_, bounds) => {
    expect(restoredPlace(stored(bounds, true), DISPLAYS)).toEqual({ bounds: MIDDLE, isMaximized: true });
  });

  test('is neither too small to work in nor larger than its display', () => {
    expect(boundsOf({ width: 200, height: 100 })).toMatchObject(SMALLEST);
    expect(boundsOf({ width: 9000, height: 9000 })).toMatchObject({ width: 1920, height: 1055 });
  });

  test.each([
    [undefined],
    [null],
    ['x'],
    [{}],
    [{ bounds: {} }],
    [stored({ width: Number.NaN })],
    [stored({ x: 0.5 })],
  ])('begins in the middle when nothing good was kept: %o', (kept) => {
    expect(restoredPlace(kept, DISPLAYS)).toEqual({ bounds: MIDDLE, isMaximized: false });
  });

  test('fits a small first display, or none at all', () => {
    const small = { x: 10, y: 20, width: 800, height: 500 };
    expect(restoredPlace(null, [small]).bounds).toEqual(small);
    expect(restoredPlace(null, []).bounds).toEqual({ x: 0, y: 0, width: 1440, height: 900 });
  });

  test('can be taken hold of, whatever was kept', () => {
    const number = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(fc.record({ x: number, y: number, width: number, height: number }), (bounds) => {
        const { x, y, width } = restoredPlace({ bounds, isMaximized: false }, DISPLAYS).bounds;
        expect(DISPLAYS.some((d) => y >= d.y && y < d.y + d.height && x < d.x + d.width && x + width > d.x)).toBe(true);
      }),
    );
  });
});

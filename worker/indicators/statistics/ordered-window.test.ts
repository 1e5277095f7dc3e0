import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrderedWindow } from './ordered-window.ts';
import { SortedWindow } from './sorted-window.ts';

/** Values with many ties, runs up and runs down. */
const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  maxLength: 300,
  size: 'max',
});
const length = fc.integer({ min: 1, max: 40 });

describe.each([
  ['tree', OrderedWindow],
  ['array', SortedWindow],
])('a window in order, as a %s', (_, Window) => {
  test('has its last values in order of size', () => {
    fc.assert(
      fc.property(values, length, (column, most) => {
        const window = new Window(most);
        column.forEach((value, i) => {
          window.push(value);
          const inside = column.slice(Math.max(0, i - most + 1), i + 1).toSorted((a, b) => a - b);
          expect(inside.map((_, place) => window.at(place) + 0)).toEqual(inside.map((one) => one + 0));
        });
      }),
    );
  });
});

describe('the tree', () => {
  test('adds up distances', () => {
    fc.assert(
      fc.property(values, length, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (column, most, centre) => {
        const window = new OrderedWindow(most);
        expect(window.distancesFrom(centre)).toBe(0);
        column.forEach((value, i) => {
          window.push(value);
          const inside = column.slice(Math.max(0, i - most + 1), i + 1);
          const expected = inside.reduce((sum, one) => sum + Math.abs(one - centre), 0);
          const size = inside.reduce((sum, one) => sum + Math.abs(one) + Math.abs(centre), 0);
          expect(Math.abs(window.distancesFrom(centre) - expected)).toBeLessThanOrEqual(1e-14 * size);
        });
      }),
    );
  });

  test('has sums that only what is inside decides, to the last digit', () => {
    fc.assert(
      fc.property(values, values, length, (past, column, most) => {
        const [fresh, used] = [new OrderedWindow(most), new OrderedWindow(most)];
        // Whole windows, so that both have their values at the same places.
        for (const value of past.slice(0, past.length - (past.length % most))) used.push(value);
        for (const value of column) {
          fresh.push(value);
          used.push(value);
        }
        if (column.length >= most) expect(used.distancesFrom(0.1)).toBe(fresh.distancesFrom(0.1));
      }),
    );
  });

  test('stays shallow whatever the order of what comes', () => {
    const most = 100_000;
    const courses = [(i: number) => i, (i: number) => -i, () => 1, (i: number) => (i % 2 === 0 ? i : -i)];
    for (const course of courses) {
      const window = new OrderedWindow(most);
      // A deep tree would use up the stack.
      for (let i = 0; i < 1.5 * most; i++) window.push(course(i));
      expect(window.at(0)).toBeLessThanOrEqual(window.at(most - 1));
    }
  });
});

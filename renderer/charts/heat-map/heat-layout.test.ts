import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAfterKey, cellAt, heatLayout, rectOfCell } from './heat-layout.ts';

const layout = heatLayout(655, 320, 10, 6, 3);

test('labels have room at the left and below', () => {
  expect(layout.plot).toEqual({ x: 55, y: 0, width: 600, height: 302 });
});

test('the first row is at the bottom', () => {
  expect(rectOfCell(layout, 0)).toMatchObject({ x: 55, width: 100 });
  expect(rectOfCell(layout, 0).y).toBeGreaterThan(rectOfCell(layout, 6).y);
});

test('the middle of each cell is in it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 17 }), (cell) => {
      const { x, y, width, height } = rectOfCell(layout, cell);
      expect(cellAt(layout, x + width / 2, y + height / 2)).toBe(cell);
    }),
  );
});

test.each([
  [54, 100],
  [656, 100],
  [100, -1],
  [100, 303],
])('beside the plot is no cell: %d, %d', (x, y) => {
  expect(cellAt(layout, x, y)).toBeNull();
});

test.each([
  ['ArrowRight', 7, 8],
  ['ArrowRight', 11, 11],
  ['ArrowLeft', 7, 6],
  ['ArrowLeft', 6, 6],
  ['ArrowUp', 7, 13],
  ['ArrowUp', 13, 13],
  ['ArrowDown', 7, 1],
  ['ArrowDown', 1, 1],
  ['Home', 9, 6],
  ['End', 9, 11],
  ['a', 9, null],
])('%s leads from %d to %s', (key, from, to) => {
  expect(cellAfterKey(key, from, 6, 3)).toBe(to);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GridView, gridWindow, scrollTopShowing } from './grid-window.ts';

const view: GridView = { rowCount: 1_000, rowHeight: 24, scrollTop: 0, height: 240 };

test('draws what is in sight and a little more', () => {
  expect(gridWindow(view)).toEqual({ first: 0, end: 16, top: 0, fullHeight: 24_000 });
  expect(gridWindow({ ...view, scrollTop: 2_405 })).toEqual({ first: 94, end: 117, top: 94 * 24, fullHeight: 24_000 });
  expect(gridWindow({ ...view, scrollTop: 23_760 })).toMatchObject({ first: 984, end: 1_000 });
  expect(gridWindow({ ...view, rowCount: 3 })).toEqual({ first: 0, end: 3, top: 0, fullHeight: 72 });
});

test('draws nothing before its rows are measured', () => {
  expect(gridWindow({ ...view, rowHeight: 0 })).toEqual({ first: 0, end: 0, top: 0, fullHeight: 0 });
});

test('scrolls no further than to the edge', () => {
  expect(scrollTopShowing(5, view)).toBe(0);
  expect(scrollTopShowing(9, view)).toBe(0);
  expect(scrollTopShowing(10, view)).toBe(24);
  expect(scrollTopShowing(3, { ...view, scrollTop: 100 })).toBe(72);
});

test('the last of five million rows can be reached, as any other', () => {
  const many = { ...view, rowCount: 5_000_000 };
  const { fullHeight } = gridWindow(many);
  expect(fullHeight).toBe(16_000_000);
  const bottom = gridWindow({ ...many, scrollTop: fullHeight - many.height });
  expect(bottom.end).toBe(5_000_000);
  expect(bottom.top + (bottom.end - bottom.first) * many.rowHeight).toBeCloseTo(fullHeight, 3);
});

test('a row that is scrolled to is in sight and among those drawn', () => {
  const views = fc
    .record({ rowCount: fc.integer({ min: 1, max: 8_000_000 }), rowHeight: fc.constantFrom(22, 24, 30, 26.4) })
    .chain(({ rowCount, rowHeight }) =>
      fc.record({
        rowCount: fc.constant(rowCount),
        rowHeight: fc.constant(rowHeight),
        height: fc.integer({ min: 60, max: 1_400 }),
        scrollTop: fc.integer({ min: 0, max: Math.floor(Math.min(rowCount * rowHeight, 16_000_000)) }),
        row: fc.integer({ min: 0, max: rowCount - 1 }),
      }),
    );
  fc.assert(
    fc.property(views, ({ row, ...before }) => {
      const after = { ...before, scrollTop: scrollTopShowing(row, before) };
      const { first, end, top } = gridWindow(after);
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(end);
      const y = top + (row - first) * after.rowHeight - after.scrollTop;
      expect(y).toBeGreaterThan(-0.01);
      expect(y + after.rowHeight).toBeLessThan(after.height + 0.01);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(after.height / after.rowHeight) + 1 + 12);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { cutViewport, joinViewports } from './join.ts';
import { viewportFixture } from './viewport.fixture.ts';
import type { Fills, Viewport } from './viewport.ts';

function fillsAt(...rows: number[]): Fills {
  const row = Int32Array.from(rows);
  const price = Float64Array.from(rows);
  return { kind: 'fills', row, fill: row, trade: row, side: row, isExit: row, price, pnl: price };
}
const whole = viewportFixture({ first: 100, count: 10, rowsPerBucket: 4 });
const left = viewportFixture({ first: 100, count: 6, rowsPerBucket: 4 });

function columnsOf({ firstRow, rows, time, bars, lines }: Viewport) {
  return { firstRow, rows, time, bars, lines };
}

describe('joining viewports', () => {
  test.each([124, 120, 116])('makes one of two, the second from row %d', (first) => {
    const right = viewportFixture({ first, count: (140 - first) / 4, rowsPerBucket: 4 });
    const joined = joinViewports(left, right);
    expect(joined && columnsOf(joined)).toEqual(columnsOf(whole));
  });

  test('keeps the markers of both and the length that was told last', () => {
    const a = { ...left, markers: [fillsAt(101)] };
    const b = {
      ...viewportFixture({ first: 124, count: 4, rowsPerBucket: 4, totalRows: 139 }),
      markers: [fillsAt(125)],
    };
    expect(joinViewports(a, b)).toMatchObject({ totalRows: 139, markers: [fillsAt(101), fillsAt(125)] });
  });

  test('takes what comes after nothing', () => {
    const joined = joinViewports(viewportFixture({ count: 0, rowsPerBucket: 4 }), whole);
    expect(joined && columnsOf(joined)).toEqual(columnsOf(whole));
  });

  test('refuses buckets of another size', () => {
    expect(joinViewports(left, viewportFixture({ first: 124, count: 3, rowsPerBucket: 2 }))).toBeNull();
  });

  test('leaves out lines that only one has, and bars when one has none', () => {
    const right = { ...viewportFixture({ first: 124, count: 4, rowsPerBucket: 4 }), bars: null, lines: {} };
    expect(joinViewports(left, right)).toMatchObject({ bars: null, lines: {} });
  });
});

test('cutting keeps the buckets and the markers between two rows', () => {
  const markers = [fillsAt(100, 103), fillsAt(104, 110), fillsAt(), fillsAt(112)];
  const cut = cutViewport({ ...whole, markers }, { from: 104, to: 112 });
  expect([...cut.firstRow]).toEqual([104, 108]);
  expect(cut.bars?.close).toHaveLength(2);
  expect(cut.lines['mean']?.last).toEqual(whole.lines['mean']?.last.subarray(1, 3));
  expect(cut.markers).toEqual([fillsAt(104, 110)]);
});

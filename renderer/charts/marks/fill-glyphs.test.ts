import { describe, expect, test } from 'vitest';
import type { FillCounts, Fills } from '../viewport/viewport.ts';
import {
  areCounted,
  countFills,
  glyphAt,
  layoutBadges,
  layoutFills,
  MOST_GLYPHS,
  ringPath,
  trianglePath,
} from './fill-glyphs.ts';
import { RecordingSink } from './recording-sink.fixture.ts';

interface Fill {
  row: number;
  trade: number;
  side: number;
  pnl?: number;
  price?: number;
}

/** A fill with a profit or loss is an exit. */
function fillsOf(fills: readonly Fill[]): Fills {
  const integers = (of: (fill: Fill, index: number) => number) => Int32Array.from(fills, of);
  return {
    kind: 'fills',
    row: integers(({ row }) => row),
    fill: integers((_, index) => index),
    trade: integers(({ trade }) => trade),
    side: integers(({ side }) => side),
    isExit: integers(({ pnl }) => (pnl === undefined ? 0 : 1)),
    price: Float64Array.from(fills, ({ price, row }) => price ?? row),
    pnl: Float64Array.from(fills, ({ pnl }) => pnl ?? Number.NaN),
  };
}

const plane = {
  x: (row: number) => row * 2,
  y: (price: number) => 1000 - price,
  top: (row: number) => 900 - row,
  bottom: (row: number) => 950 - row,
};
const view = { from: 100, to: 200 };

const counts: FillCounts = {
  kind: 'counts',
  firstRow: Int32Array.of(90, 100, 150, 195),
  rows: Int32Array.of(10, 10, 10, 10),
  bought: Int32Array.of(50, 3, 1, 2),
  sold: Int32Array.of(50, 2, 0, 5),
  pnl: Float64Array.of(9, -4, Number.NaN, 5),
};

describe('fills in view', () => {
  test('are laid out as triangles beside the candle, rings at the price, and lines between', () => {
    const { glyphs, lines } = layoutFills(
      [
        fillsOf([
          { row: 110, trade: 1, side: 1 },
          { row: 120, trade: 1, side: -1, pnl: 5 },
          { row: 130, trade: 2, side: -1 },
          { row: 140, trade: 2, side: 1, pnl: -5 },
        ]),
      ],
      view,
      plane,
    );
    expect(glyphs).toEqual([
      { fill: 0, trade: 1, x: 221, y: 845, shape: 'buy', isWin: false },
      { fill: 1, trade: 1, x: 241, y: 880, shape: 'exit', isWin: true },
      { fill: 2, trade: 2, x: 261, y: 765, shape: 'sell', isWin: false },
      { fill: 3, trade: 2, x: 281, y: 860, shape: 'exit', isWin: false },
    ]);
    expect(lines).toEqual([
      { fromX: 221, fromY: 890, toX: 241, toY: 880, isWin: true },
      { fromX: 261, fromY: 870, toX: 281, toY: 860, isWin: false },
    ]);
  });

  test('an entry without a candle stands at its price', () => {
    const bare = { ...plane, top: () => Number.NaN, bottom: () => Number.NaN };
    const { glyphs } = layoutFills([fillsOf([{ row: 110, trade: 1, side: 1 }])], view, bare);
    expect(glyphs[0]?.y).toBe(895);
  });

  test('a line reaches into the view and through it, from another part of the markers too', () => {
    const parts = (entry: number, exit: number) => [
      fillsOf([{ row: entry, trade: 7, side: 1 }]),
      fillsOf([{ row: exit, trade: 7, side: -1, pnl: 0 }]),
    ];
    expect(layoutFills(parts(50, 150), view, plane)).toMatchObject({
      glyphs: [{ shape: 'exit', isWin: true }],
      lines: [{}],
    });
    expect(layoutFills(parts(150, 250), view, plane)).toMatchObject({ glyphs: [{ shape: 'buy' }], lines: [{}] });
    expect(layoutFills(parts(50, 250), view, plane)).toMatchObject({ glyphs: [], lines: [{}] });
    expect(layoutFills(parts(50, 60), view, plane)).toEqual({ glyphs: [], lines: [] });
  });

  test('an exit whose entry isn’t known has no line', () => {
    expect(layoutFills([fillsOf([{ row: 110, trade: -1, side: -1, pnl: 1 }])], view, plane)).toMatchObject({
      glyphs: [{ trade: -1 }],
      lines: [],
    });
  });

  test('are counted when they are too many, or came counted', () => {
    const many = (count: number) => [
      fillsOf(Array.from({ length: count }, (_, trade) => ({ row: 150, trade, side: 1 }))),
    ];
    expect(areCounted(many(MOST_GLYPHS), view)).toBe(false);
    expect(areCounted(many(MOST_GLYPHS + 1), view)).toBe(true);
    expect(areCounted(many(MOST_GLYPHS + 1), { from: 0, to: 100 })).toBe(false);
    expect(areCounted([counts], view)).toBe(true);
    expect(areCounted([counts], { from: 300, to: 400 })).toBe(false);
    expect(countFills([counts, ...many(2)], view)).toEqual({ fills: 8, isCounted: true });
  });

  test('have badges in columns, empty ones left out', () => {
    expect(layoutBadges([counts], view, plane.x, 200)).toEqual([
      { x: 250, bought: 3, sold: 2, pnl: -4 },
      { x: 350, bought: 1, sold: 0, pnl: 0 },
    ]);
    const fills = fillsOf([
      { row: 110, trade: 1, side: 1 },
      { row: 199, trade: 1, side: -1, pnl: 5 },
    ]);
    expect(layoutBadges([fills], view, plane.x, 90)).toEqual([{ x: 245, bought: 1, sold: 1, pnl: 5 }]);
  });

  test('are hit by the nearest glyph in reach', () => {
    const glyph = (x: number) => ({ x, y: 50, fill: x, trade: 1, shape: 'buy' as const, isWin: false });
    const glyphs = [glyph(10), glyph(20), glyph(30)];
    expect(glyphAt(glyphs, 22, 50, 10)?.x).toBe(20);
    expect(glyphAt(glyphs, 40, 50, 10)?.x).toBe(30);
    expect(glyphAt(glyphs, 40.1, 50, 10)).toBeNull();
  });

  test('are drawn as triangles with the tip at the candle, and as rings', () => {
    const sink = new RecordingSink();
    trianglePath(sink, { x: 10, y: 50, shape: 'buy' }, 10);
    trianglePath(sink, { x: 10, y: 50, shape: 'sell' }, 10);
    ringPath(sink, { x: 10, y: 50 }, 4);
    expect(sink.steps).toEqual([
      'M 10 50',
      'L 3.8 60',
      'L 16.2 60',
      'Z',
      'M 10 50',
      'L 3.8 40',
      'L 16.2 40',
      'Z',
      'M 14 50',
      'A 10 50 4',
    ]);
  });
});

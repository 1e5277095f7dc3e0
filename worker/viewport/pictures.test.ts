import { describe, expect, it } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import type { FillColumns, TradeColumns } from '#shared/domain/run-result.ts';
import { BarPicture } from './bar-picture.ts';
import { coverage } from './coverage.ts';
import { drawdownOf, EquityPicture } from './equity-picture.ts';
import { firstAtOrAbove, MarkerIndex, rowAt } from './markers.ts';
import { seriesStatistics } from './series-statistics.ts';

const DAY = 86_400_000;
const { NaN: none } = Number;

function bars(rows: number[][]): BarColumns {
  const column = (i: number) => Float64Array.from(rows, (row) => row[i] as number);
  return { time: column(0), open: column(1), high: column(2), low: column(3), close: column(4), volume: column(5) };
}

describe('bars', () => {
  const picture = new BarPicture(
    bars([
      [0, 1, 5, 1, 2, 10],
      [1, 2, 9, 2, 3, 20],
      [2, none, none, none, none, none],
      [3, 4, 6, 0, 5, none],
    ]),
  );

  it('are gathered into first open, highest high, lowest low, last close and their volume', () => {
    expect(picture.viewport(0, 4, 2)).toEqual({
      totalRows: 4,
      rowsPerBucket: 2,
      firstRow: Int32Array.of(0, 2),
      rows: Int32Array.of(2, 2),
      time: Float64Array.of(0, 2),
      open: Float64Array.of(1, 4),
      high: Float64Array.of(9, 6),
      low: Float64Array.of(1, 0),
      close: Float64Array.of(3, 5),
      volume: Float64Array.of(30, none),
    });
    expect(picture.bytes).toBe(6 * 4 * 8);
  });

  it('have statistics', () => {
    expect(
      seriesStatistics(
        bars([
          [0, 10, 11, 9, 10, none],
          [DAY, 5, 5, 5, 5, 3],
          [2 * DAY, 5, 8, 4, 7.5, 0],
        ]),
      ),
    ).toEqual({
      low: 4,
      high: 11,
      firstClose: 10,
      lastClose: 7.5,
      worst: { row: 1, value: -0.5 },
      best: { row: 2, value: 0.5 },
      withoutVolume: 2,
      flat: 1,
      medianStep: DAY,
    });
  });

  it('of which there is one have no returns', () => {
    expect(seriesStatistics(bars([[0, 10, 11, 9, 10, 1]]))).toMatchObject({
      worst: null,
      best: null,
      medianStep: none,
      withoutVolume: 0,
    });
  });
});

describe('equity', () => {
  it('falls from its highest value so far', () => {
    expect([...drawdownOf(Float64Array.of(100, 120, 90, 150, -15))]).toEqual([0, 0, -0.25, 0, -1.1]);
    expect([...drawdownOf(Float64Array.of(0, -5))]).toEqual([0, 0]);
  });

  it('is shown with its lowest, highest and last values', () => {
    const picture = new EquityPicture(
      Float64Array.of(0, 1, 2, 3),
      Float64Array.of(100, 50, 75, 200),
      Float64Array.of(100, 110, 90, 80),
    );
    expect(picture.viewport(0, 4, 2)).toEqual({
      totalRows: 4,
      rowsPerBucket: 2,
      firstRow: Int32Array.of(0, 2),
      rows: Int32Array.of(2, 2),
      time: Float64Array.of(0, 2),
      equityMin: Float64Array.of(50, 75),
      equityMax: Float64Array.of(100, 200),
      equityLast: Float64Array.of(50, 200),
      benchmarkMin: Float64Array.of(100, 80),
      benchmarkMax: Float64Array.of(110, 90),
      benchmarkLast: Float64Array.of(110, 80),
      drawdownMin: Float64Array.of(-0.5, -0.25),
      drawdownLast: Float64Array.of(-0.5, 0),
    });
    expect(picture.bytes).toBe(4 * 8);
  });
});

describe('markers', () => {
  // Bought at 1, sold at 3 (two trades end), bought another symbol at 3, still held.
  const fills = {
    bar: Int32Array.of(1, 2, 3, 3),
    symbol: Int32Array.of(0, 0, 0, 1),
    side: Uint8Array.of(0, 0, 1, 0),
    price: Float64Array.of(10, 11, 12, 5),
    qty: Float64Array.of(1, 1, 2, 4),
  } as FillColumns;
  const trades = {
    entryFill: Int32Array.of(0, 1),
    exitFill: Int32Array.of(2, 2),
    pnl: Float64Array.of(2, 1),
  } as TradeColumns;
  const index = new MarkerIndex(fills, trades, 5);

  it('are shown one by one where they are few', () => {
    expect(index.between(2, 3.1, { symbol: null, most: 10, mostGlyphs: 3 })).toEqual({
      kind: 'fills',
      row: Int32Array.of(2, 3, 3),
      fill: Int32Array.of(1, 2, 3),
      trade: Int32Array.of(1, 0, -1),
      side: Int32Array.of(1, -1, 1),
      isExit: Int32Array.of(0, 1, 0),
      price: Float64Array.of(11, 12, 5),
      qty: Float64Array.of(1, 2, 4),
      pnl: Float64Array.of(none, 3, none),
    });
  });

  it('of one symbol', () => {
    expect(index.between(0, 5, { symbol: 1, most: 10, mostGlyphs: 3 })).toMatchObject({ fill: Int32Array.of(3) });
  });

  it('are counted where they are many, with what was earned', () => {
    expect(index.between(0, 5, { symbol: null, most: 3, mostGlyphs: 3 })).toEqual({
      kind: 'counts',
      firstRow: Int32Array.of(0, 2),
      rows: Int32Array.of(2, 2),
      bought: Int32Array.of(1, 2),
      sold: Int32Array.of(0, 1),
      pnl: Float64Array.of(0, 3),
    });
    expect(index.between(0, 5, { symbol: 0, most: 3, mostGlyphs: 2 })).toMatchObject({ bought: Int32Array.of(1, 1) });
  });

  it('are counted over whole buckets, also where the edge of the window cuts one', () => {
    const whole = {
      kind: 'counts',
      firstRow: Int32Array.of(0),
      rows: Int32Array.of(5),
      bought: Int32Array.of(3),
      sold: Int32Array.of(1),
      pnl: Float64Array.of(3),
    };
    for (const [from, to] of [
      [-4, 2],
      [2, 10],
    ] as const)
      expect(index.between(from, to, { symbol: null, most: 1, mostGlyphs: 0 })).toEqual(whole);
  });

  it('take some memory', () => {
    expect(index.bytes).toBe(4 * (4 + 1 + 8));
  });
});

describe('rows', () => {
  it('are found by time', () => {
    const time = Float64Array.of(10, 20, 30);
    expect([5, 10, 15, 20, 29, 30, 99].map((at) => rowAt(time, at))).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect([5, 10, 15, 31].map((at) => firstAtOrAbove(time, at))).toEqual([0, 0, 1, 3]);
  });
});

describe('coverage', () => {
  const at = (date: string) => Date.parse(date);

  it('counts the bars and gaps of each day', () => {
    const time = Float64Array.of(at('2024-02-28T12:00Z'), at('2024-02-28T13:00Z'), at('2024-03-01T00:00Z'));
    expect(coverage(time, Int32Array.of(2))).toEqual({
      unit: 'day',
      cells: [
        { time: at('2024-02-28'), bars: 2, gaps: 0 },
        { time: at('2024-02-29'), bars: 0, gaps: 0 },
        { time: at('2024-03-01'), bars: 1, gaps: 1 },
      ],
    });
  });

  it('goes by the month in long series', () => {
    const time = Float64Array.of(at('2019-11-15'), at('2019-12-31T23:59Z'), at('2023-01-01'));
    const { unit, cells } = coverage(time, Int32Array.of());
    expect(unit).toBe('month');
    expect(cells).toHaveLength(39);
    expect(cells.slice(0, 3)).toEqual([
      { time: at('2019-11-01'), bars: 1, gaps: 0 },
      { time: at('2019-12-01'), bars: 1, gaps: 0 },
      { time: at('2020-01-01'), bars: 0, gaps: 0 },
    ]);
    expect(cells.at(-1)).toEqual({ time: at('2023-01-01'), bars: 1, gaps: 0 });
  });
});

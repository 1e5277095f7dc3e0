import { describe, expect, test } from 'vitest';
import { dailyBars } from '../../tests/support/bars.ts';
import { day, exported, fill, hash, manifest, order, usedSeries } from './run-diff.fixture.ts';
import { type ComparedRun, compareRuns } from './run-diff.ts';

const bars = dailyBars(Array.from({ length: 10 }, (_, row) => [row, row + 2, row - 2, row + 1] as const));
const bar = (row: number) => ({
  time: day(row),
  open: row,
  high: row + 2,
  low: row - 2,
  close: row + 1,
  volume: 1_000,
});
const filledBar = { open: 100, high: 102, low: 98, close: 101, volume: Number.NaN };

function compared(run: Partial<ComparedRun['run']> = {}, parts: Partial<ComparedRun> = {}): ComparedRun {
  return { run: exported(run), source: 'one\n', bars: () => null, ...parts };
}

describe('two runs', () => {
  test('are equal when manifest and result are', () => {
    const metrics = { trades: { value: 1, unit: 'count', convention: '' } };
    const one = () => compared({ orders: [order(0, 2)], fills: [fill(0, 3)], metrics });
    expect(compareRuns(one(), one())).toEqual({
      isEqual: true,
      manifest: [],
      source: [],
      data: [],
      divergence: null,
      bars: [],
      causes: [],
      metrics: [{ id: 'trades', unit: 'count', a: 1, b: 1, difference: 0 }],
    });
  });

  test('are not equal when one of it differs', () => {
    const others = [
      compared({ manifest: manifest({ seed: 1 }) }),
      compared({ resultHash: hash('9') }),
      compared({ orders: [order(0, 2)] }),
    ];
    for (const other of others) expect(compareRuns(compared(), other).isEqual).toBe(false);
  });
});

describe('the sources', () => {
  const other = { manifest: manifest({ strategy: { sha256: hash('f') } }) };
  const lines = [
    { kind: 'removed', text: 'one' },
    { kind: 'added', text: 'two' },
    { kind: 'same', text: '' },
  ];

  test('are compared where both are at hand', () => {
    expect(compareRuns(compared(), compared(other, { source: 'two\n' })).source).toEqual([
      { startA: 1, startB: 1, lines },
    ]);
    expect(compareRuns(compared(), compared(other, { source: null })).source).toBeNull();
    expect(compareRuns(compared({}, { source: null }), compared(other)).source).toBeNull();
    expect(compareRuns(compared({}, { source: null }), compared()).source).toEqual([]);
  });

  test('are evidence', () => {
    const found = compareRuns(compared(), compared({ ...other, orders: [order(0, 2)] }, { source: 'two\n' }));
    expect(found.causes).toEqual([{ area: 'code', reason: 'The strategy’s code differs: line 1 of A, line 1 of B.' }]);
    const seeded = { manifest: manifest({ seed: 1 }), orders: [order(0, 2)] };
    expect(compareRuns(compared(), compared(seeded)).causes).toMatchObject([{ area: 'unknown' }]);
    expect(compareRuns(compared(), compared(seeded, { source: null })).causes).toMatchObject([{ area: 'seed' }]);
  });
});

describe('the bars', () => {
  const sent = { orders: [order(0, 2)], fills: [fill(0, 3)] };
  const charged = { orders: [order(0, 2)], fills: [fill(0, 3, { commission: 1 }), fill(0, 5)] };
  const rows = (a: ComparedRun, b: ComparedRun) => compareRuns(a, b).bars;

  test('are those on which the order was sent and first filled', () => {
    expect(rows(compared(sent, { bars: () => bars }), compared(charged, { bars: () => bars }))).toEqual([
      { symbol: 'TEST', time: day(2), a: bar(2), b: bar(2) },
      { symbol: 'TEST', time: day(3), a: bar(3), b: bar(3) },
    ]);
  });

  test('come from the fills where none is stored', () => {
    expect(rows(compared(sent), compared(charged, { bars: () => bars }))).toEqual([
      { symbol: 'TEST', time: day(2), a: null, b: bar(2) },
      { symbol: 'TEST', time: day(3), a: { time: day(3), ...filledBar }, b: bar(3) },
    ]);
    for (const price of ['open', 'high', 'low', 'close']) {
      const unquoted = { ...sent, fills: [fill(0, 3, { commission: 2, [price]: null })] };
      expect(rows(compared(unquoted), compared(charged))[1]?.a).toBeNull();
    }
  });

  test('of an order that one run alone sent are those of that order', () => {
    const later = { orders: [order(0, 5)], fills: [fill(0, 6)] };
    expect(rows(compared(sent), compared(later)).map(({ time }) => time)).toEqual([day(2), day(3)]);
    expect(rows(compared(later), compared(sent)).map(({ time }) => time)).toEqual([day(2), day(3)]);
  });

  test('of a close by the engine are its bar, in their order in time', () => {
    const closed = (at: number) => compared({ fills: [fill(null, at, { symbol: 'LAST' })] }, { bars: () => bars });
    expect(rows(closed(9), closed(7))).toEqual([
      { symbol: 'LAST', time: day(7), a: bar(7), b: bar(7) },
      { symbol: 'LAST', time: day(9), a: bar(9), b: bar(9) },
    ]);
    expect(rows(compared(), closed(4))).toEqual([{ symbol: 'LAST', time: day(4), a: null, b: bar(4) }]);
    const gone = compared({ fills: [fill(null, 4)] });
    expect(rows(gone, compared())).toEqual([
      { symbol: 'TEST', time: day(4), a: { time: day(4), ...filledBar }, b: null },
    ]);
  });

  test('of two symbols are those of each', () => {
    const other = { orders: [order(0, 2, { symbol: 'OTHER' })], fills: [fill(0, 3, { symbol: 'OTHER' })] };
    const filled = { time: day(3), ...filledBar };
    expect(rows(compared(sent), compared(other, { bars: (symbol) => (symbol === 'TEST' ? bars : null) }))).toEqual([
      { symbol: 'TEST', time: day(2), a: null, b: bar(2) },
      { symbol: 'OTHER', time: day(2), a: null, b: null },
      { symbol: 'TEST', time: day(3), a: filled, b: bar(3) },
      { symbol: 'OTHER', time: day(3), a: null, b: filled },
    ]);
  });

  test('of equity are none', () => {
    const poor = compared({ equity: { time: [day(0)], value: [1] } });
    expect(compareRuns(compared(), poor)).toMatchObject({ divergence: { kind: 'equity' }, bars: [] });
  });

  test('that differ are evidence', () => {
    const changed = dailyBars(Array.from({ length: 10 }, (_, row) => [row, row + 2, row - 2, row] as const));
    const other = compared(
      { manifest: manifest({ data: [usedSeries({ sha256: hash('e') })] }), orders: [order(0, 2)] },
      { bars: () => changed },
    );
    const found = compareRuns(compared({}, { bars: () => bars }), other);
    expect(found.data).toMatchObject([{ symbol: 'TEST', first: { time: day(0), in: 'both' } }]);
    expect(found.causes).toMatchObject([{ area: 'data' }]);
  });
});

import { describe, expect, test } from 'vitest';
import type { BarColumns } from '#shared/domain/bars.ts';
import { sliceBars } from '#shared/domain/bars.ts';
import type { Manifest } from '#shared/domain/manifest.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { day, hash, manifest, usedSeries } from './run-diff.fixture.ts';
import { barAt, seriesDifferences } from './run-diff-data.ts';

const quotes = Array.from({ length: 10 }, (_, row): Quote => [row + 10, row + 12, row + 9, row + 11]);
const bars = dailyBars(quotes);
const bar = (row: number, parts = {}) => ({
  time: day(row),
  open: row + 10,
  high: row + 12,
  low: row + 9,
  close: row + 11,
  volume: 1_000,
  ...parts,
});

function changed(row: number, column: keyof BarColumns, value: number): BarColumns {
  const copy = dailyBars(quotes);
  copy[column][row] = value;
  return copy;
}

/** Two runs on one series each; what a hash is made from does not matter here. */
function first(a: BarColumns | null, b: BarColumns | null, partsOfA = {}, partsOfB = {}) {
  const ofBars = (one: BarColumns | null, parts: object, sha256: string): Manifest => {
    const range = one === null ? {} : { rows: one.time.length, firstTime: one.time[0], lastTime: one.time.at(-1) };
    return manifest({ data: [usedSeries({ sha256, ...(range as object), ...parts })] });
  };
  const [difference, ...others] = seriesDifferences(
    ofBars(a, partsOfA, hash('a')),
    ofBars(b, partsOfB, hash('b')),
    () => a,
    () => b,
  );
  expect(others).toEqual([]);
  return difference?.first;
}

describe('the first bar that differs', () => {
  test('none when the hashes are the same', () => {
    expect(
      seriesDifferences(
        manifest(),
        manifest(),
        () => bars,
        () => bars,
      ),
    ).toEqual([]);
  });

  test.each(['open', 'high', 'low', 'close', 'volume'] as const)('in its %s', (column) => {
    expect(first(bars, changed(4, column, 0.5))).toEqual({
      time: day(4),
      in: 'both',
      a: bar(4),
      b: bar(4, { [column]: 0.5 }),
      felt: day(4),
    });
  });

  test('a volume that neither has is the same', () => {
    const [a, b] = [changed(2, 'volume', Number.NaN), changed(2, 'volume', Number.NaN)];
    b.close[6] = 1;
    expect(first(a, b)?.time).toBe(day(6));
  });

  test('a bar that only one has', () => {
    const later = changed(5, 'time', day(5) + 3_600_000);
    expect(first(bars, later)).toEqual({ time: day(5), in: 'a', a: bar(5), b: null, felt: day(5) });
    expect(first(later, bars)).toEqual({ time: day(5), in: 'b', a: null, b: bar(5), felt: day(5) });
  });

  test('where one goes on it is felt at the end of the other', () => {
    const short = sliceBars(bars, 0, 7);
    expect(first(bars, short)).toEqual({ time: day(7), in: 'a', a: bar(7), b: null, felt: day(6) });
    expect(first(short, bars)).toEqual({ time: day(7), in: 'b', a: null, b: bar(7), felt: day(6) });
  });

  test('where one begins earlier, also when no bar is stored any more', () => {
    const late = sliceBars(bars, 3, 10);
    expect(first(bars, late)).toEqual({ time: day(0), in: 'a', a: bar(0), b: null, felt: day(0) });
    expect(first(late, bars)).toEqual({ time: day(0), in: 'b', a: null, b: bar(0), felt: day(0) });
    expect(first(null, null, { firstTime: day(3) })).toEqual({ time: day(0), in: 'b', a: null, b: null, felt: day(0) });
  });

  test('can’t be told without the bars of both', () => {
    expect(first(null, bars)).toBeNull();
    expect(first(bars, null)).toBeNull();
  });
});

test('a symbol of one run alone differs from its first bar on', () => {
  const both = manifest({ data: [usedSeries(), usedSeries({ symbol: 'MORE' })] });
  const none = () => null;
  const only = { time: day(0), a: null, b: null, felt: day(0) };
  expect(seriesDifferences(manifest(), both, none, none)).toEqual([{ symbol: 'MORE', first: { ...only, in: 'b' } }]);
  expect(seriesDifferences(both, manifest(), none, () => bars)).toEqual([
    { symbol: 'MORE', first: { ...only, in: 'a' } },
  ]);
});

test('the bar at a time', () => {
  expect(barAt(bars, day(3))).toEqual(bar(3));
  expect(barAt(bars, day(3) + 1)).toBeNull();
  expect(barAt(null, day(3))).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coverage } from '../queries.ts';
import { cellAfterKey, gapMap } from './gap-map.ts';

const DAY = 86_400_000;
/** A Wednesday. */
const START = Date.UTC(2024, 1, 28);

const days = (bars: number[], gaps: number[] = []): Coverage => ({
  unit: 'day',
  cells: bars.map((count, i) => ({ time: START + i * DAY, bars: count, gaps: gaps[i] ?? 0 })),
});
const months = (count: number, year = 2001, month = 10): Coverage => ({
  unit: 'month',
  cells: Array.from({ length: count }, (_, i) => ({ time: Date.UTC(year, month + i, 1), bars: 21, gaps: 0 })),
});

describe('a map of days', () => {
  test('has a column a week, Monday first', () => {
    const map = gapMap(days(Array(6).fill(24)));
    expect(map.columns).toBe(2);
    expect(map.cells.map(({ column, line }) => [column, line])).toEqual([
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
      [0, 6],
      [1, 0],
    ]);
    expect(map.lines[2]).toBe('Wed');
  });

  test('tells fill against the usual day, and gaps', () => {
    const map = gapMap(days([24, 24, 20, 19, 0, 24], [0, 1, 0, 2]));
    expect(map.cells.map(({ fill }) => fill)).toEqual(['usual', 'usual', 'usual', 'few', 'none', 'usual']);
    expect(map.cells.map(({ hasGaps }) => hasGaps)).toEqual([false, true, false, true, false, false]);
    expect(map.cells.map(({ words }) => words).slice(0, 5)).toEqual([
      '2024-02-28: 24 bars',
      '2024-02-29: 24 bars, 1 gap ends here',
      '2024-03-01: 20 bars',
      '2024-03-02: 19 bars, 2 gaps end here',
      '2024-03-03: no bars',
    ]);
  });

  test('names its months, and years where they begin', () => {
    expect(gapMap(days(Array(10).fill(1))).labels).toEqual([{ column: 0, text: 'Mar' }]);
    const long = gapMap(days(Array(340).fill(1)));
    expect(long.labels.map(({ text }) => text)).toEqual('Mar Apr May Jun Jul Aug Sep Oct Nov Dec 2025 Feb'.split(' '));
    const longer = gapMap(days(Array(470).fill(1)));
    expect(longer.labels.map(({ text }) => text)).toEqual(['Apr', 'Jul', 'Oct', '2025', 'Apr']);
  });
});

describe('a map of months', () => {
  test('has a column a year', () => {
    const map = gapMap(months(4));
    expect(map.cells.map(({ column, line }) => [column, line])).toEqual([
      [0, 10],
      [0, 11],
      [1, 0],
      [1, 1],
    ]);
    expect(map.cells[0]?.words).toBe('2001-11: 21 bars');
    expect(map.labels).toEqual([
      { column: 0, text: '2001' },
      { column: 1, text: '2002' },
    ]);
  });

  test('names every second year when there are many', () => {
    expect(gapMap(months(17 * 12, 2000, 0)).labels.map(({ text }) => text)).toEqual([
      '2000',
      '2002',
      '2004',
      '2006',
      '2008',
      '2010',
      '2012',
      '2014',
      '2016',
    ]);
    expect(gapMap(months(16 * 12, 2000, 0)).labels).toHaveLength(16);
  });
});

test('one bar a day is said so', () => {
  expect(gapMap(days([1])).cells[0]?.words).toBe('2024-02-28: 1 bar');
});

test('a map of nothing is empty', () => {
  expect(gapMap({ unit: 'day', cells: [] })).toMatchObject({ columns: 0, cells: [], labels: [] });
});

describe('keys', () => {
  const map = gapMap(days(Array(20).fill(24), [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]));

  test.each([
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 5, 6],
    ['ArrowDown', 19, 19],
    ['ArrowLeft', 7, 0],
    ['ArrowLeft', 6, 6],
    ['ArrowRight', 12, 19],
    ['ArrowRight', 13, 13],
    ['Home', 9, 0],
    ['End', 9, 19],
    ['PageDown', 0, 3],
    ['PageDown', 3, 10],
    ['PageDown', 10, 10],
    ['PageUp', 10, 3],
    ['PageUp', 3, 3],
  ])('%s leads from %d to %d', (key, from, to) => {
    expect(cellAfterKey(map, from, key)).toBe(to);
  });

  test('that mean nothing lead nowhere', () => {
    expect(cellAfterKey(map, 5, 'x')).toBeNull();
  });

  test('never leave the map', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 30 }), fc.nat(19), (pressed, start) => {
        const end = pressed.reduce((from, key) => cellAfterKey(map, from, key) ?? from, start);
        expect(map.cells[end]).toBeDefined();
      }),
    );
  });
});

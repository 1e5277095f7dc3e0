import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyBars } from '../../tests/support/bars.ts';
import { refusal } from '../../tests/support/refusal.ts';
import { mergeClocks } from './clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2024, 0, 1);

function at(times: readonly number[]) {
  const bars = dailyBars(times.map(() => [1, 1, 1, 1]));
  bars.time.set(times);
  return bars;
}
const onDays = (...days: number[]) => at(days.map((day) => FIRST + day * DAY));
const monthly = (year: number, ...months: number[]) => at(months.map((month) => Date.UTC(year, month, 1)));

describe('one clock for several calendars', () => {
  test('has every time once, and says which row is new at each', () => {
    const { time, rows } = mergeClocks([onDays(0, 1, 4, 5), onDays(1, 2, 5), onDays(7, 8)]);
    expect([...time].map((ms) => (ms - FIRST) / DAY)).toEqual([0, 1, 2, 4, 5, 7, 8]);
    expect(rows.map((own) => [...(own ?? [])])).toEqual([
      [0, 1, -1, 2, 3, -1, -1],
      [-1, 0, 1, -1, 2, -1, -1],
      [-1, -1, -1, -1, -1, 0, 1],
    ]);
  });

  test('is that of the bars where all have the same', () => {
    const bars = onDays(0, 1, 4);
    const clock = mergeClocks([bars, onDays(0, 1, 4)]);
    expect(clock.time).toBe(bars.time);
    expect(clock.rows).toEqual([null, null]);
    expect(mergeClocks([bars]).rows).toEqual([null]);
    expect(mergeClocks([])).toEqual({ time: new Float64Array(0), rows: [] });
  });

  test('is the sorted union, whatever the calendars', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 2, max: 30 }), { maxLength: 20 })
      .map((some) => [0, 1, ...some.toSorted((a, b) => a - b)]);
    fc.assert(
      fc.property(days, days, (a, b) => {
        const { time, rows } = mergeClocks([onDays(...a), onDays(...b)]);
        const union = [...new Set([...a, ...b])].sort((x, y) => x - y);
        expect([...time].map((ms) => (ms - FIRST) / DAY)).toEqual(union);
        [a, b].forEach((own, symbol) => {
          const expected = union.map((day) => own.indexOf(day));
          expect([...(rows[symbol] ?? union.keys())]).toEqual(expected);
        });
      }),
    );
  });
});

describe('bars of different lengths that follow each other', () => {
  test.each([
    ['months after months', monthly(2024, 0, 1), monthly(2024, 2, 3)],
    ['single bars', onDays(0), onDays(3)],
  ])('are no overlap: %s', (_, a, b) => {
    expect(mergeClocks([a, b]).time).toHaveLength(a.time.length + b.time.length);
  });
});

describe('bars that overlap without opening together', () => {
  const afternoons = (...days: number[]) => at(days.map((day) => FIRST + day * DAY + 14.5 * HOUR));

  test.each([
    ['days from midnight and from 14:30', [onDays(0, 1, 2), afternoons(0, 1, 2)]],
    ['the same the other way round', [afternoons(0, 1, 2), onDays(0, 1, 2)]],
    ['a third that does', [onDays(0, 1, 2), onDays(0, 1, 2), afternoons(1, 2)]],
    ['hours from :00 and from :30', [at([0, HOUR, 2 * HOUR]), at([0.5 * HOUR, 1.5 * HOUR])]],
  ])('are refused: %s', async (_, series) => {
    expect(await refusal(() => mergeClocks(series))).toMatchObject({ kind: 'data', code: 'data.overlapping-bars' });
  });

  test('are not months, though those have 28 to 31 days', () => {
    expect(mergeClocks([monthly(2023, 0, 1, 2, 3), monthly(2023, 1, 2, 3, 4)]).time).toHaveLength(5);
    expect(mergeClocks([monthly(2024, 0, 1, 2, 3, 4, 5), monthly(2024, 3, 4, 5, 6)]).time).toHaveLength(7);
  });

  test('are not days with weekends and holidays between them', () => {
    expect(mergeClocks([onDays(0, 1, 2, 3, 4, 7, 8), onDays(0, 1, 2, 5, 6, 7)]).time).toHaveLength(9);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import { FinerRows } from './finer.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The finer bars inside each of the base bars that are asked for, in that order. */
function inside(base: readonly number[], timeframe: Timeframe, finer: readonly number[], rows = [...base.keys()]) {
  const found = new FinerRows(Float64Array.from(base), timeframe, Float64Array.from(finer));
  return rows.map((row) => {
    found.moveTo(row);
    return finer.slice(found.from, found.to);
  });
}

const minutes = (from: number, to: number, step: number) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => (from + i * step) * MINUTE);

describe('the finer bars inside a bar', () => {
  test('are those from its opening up to that of the next', () => {
    expect(inside([0, HOUR], '1h', minutes(0, 120, 20))).toEqual([minutes(0, 60, 20), minutes(60, 120, 20)]);
  });

  test('end with its own length before a gap, and where the data ends', () => {
    expect(inside([0, 3 * HOUR], '1h', minutes(0, 360, 30))).toEqual([minutes(0, 60, 30), minutes(180, 240, 30)]);
  });

  test('do not reach into the next bar when bars are shorter than their timeframe', () => {
    expect(inside([0, HOUR / 2], '1h', minutes(0, 60, 15))).toEqual([minutes(0, 30, 15), minutes(30, 60, 15)]);
  });

  test('fill long months, and days on which clocks are set back', () => {
    const january = Array.from({ length: 60 }, (_, day) => day * DAY);
    expect(inside([0, 31 * DAY], '1M', january)[0]).toHaveLength(31);
    expect(inside([0, 25 * HOUR], '1d', minutes(0, 3_000, 60))[0]).toHaveLength(25);
    expect(inside([0, 27 * HOUR], '1d', minutes(0, 3_000, 60))[0]).toHaveLength(24);
  });

  test('may be missing', () => {
    expect(inside([0, HOUR, 2 * HOUR], '1h', minutes(60, 120, 30))).toEqual([[], minutes(60, 120, 30), []]);
    expect(inside([0], '1h', [])).toEqual([[]]);
  });

  test('are found in whatever order bars are asked for', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 30 });
    const times = (lengths: number[]) =>
      lengths.map((_, i) => MINUTE * lengths.slice(0, i + 1).reduce((a, b) => a + b));
    fc.assert(
      fc.property(steps.map(times), steps.map(times), fc.infiniteStream(fc.nat()), (base, finer, stream) => {
        const rows = [...stream.take(40)].map((row) => row % base.length);
        const expected = rows.map((row) => {
          const open = base[row] as number;
          const next = base[row + 1] ?? Number.POSITIVE_INFINITY;
          const end = next <= open + 1.1 * HOUR ? next : open + HOUR;
          return finer.filter((time) => time >= open && time < end);
        });
        expect(inside(base, '1h', finer, rows)).toEqual(expected);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { EquityViewport } from '#shared/contract/viewport.ts';
import { commonTime, equityLine, overlayViewport } from './overlay.ts';

function answer(time: number[], values: [min: number, max: number, last: number][]): EquityViewport {
  const column = (pick: (value: [number, number, number]) => number) => Float64Array.from(values, pick);
  const nothing = new Float64Array(time.length);
  return {
    totalRows: time.length,
    rowsPerBucket: 1,
    firstRow: Int32Array.from(time, (_, i) => i),
    rows: new Int32Array(time.length).fill(1),
    time: Float64Array.from(time),
    equityMin: column(([min]) => min),
    equityMax: column(([, max]) => max),
    equityLast: column(([, , last]) => last),
    benchmarkMin: nothing,
    benchmarkMax: nothing,
    benchmarkLast: nothing,
    drawdownMin: nothing,
    drawdownLast: nothing,
  };
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const times = (...time: number[]) => Float64Array.from(time);

describe('the common time of runs', () => {
  const run = (firstTime: number, lastTime: number) => ({ firstTime, lastTime });

  test('is that of each where they cover the same', () => {
    expect(commonTime([run(1, 9), run(1, 9)])).toEqual({ from: 1, to: 9, isCut: false });
  });

  test('is cut to what all cover', () => {
    expect(commonTime([run(1, 9), run(3, 9)])).toEqual({ from: 3, to: 9, isCut: true });
    expect(commonTime([run(1, 9), run(1, 12), run(0, 10)])).toEqual({ from: 1, to: 9, isCut: true });
  });

  test('may be none', () => {
    expect(commonTime([run(1, 3), run(3, 9)])).toBeNull();
    expect(commonTime([run(1, 2), run(3, 9)])).toBeNull();
  });
});

describe('a line in the buckets of another run', () => {
  test('is scaled', () => {
    const line = equityLine(
      answer(
        [10, 20],
        [
          [1, 3, 2],
          [4, 6, 5],
        ],
      ),
      10,
      times(10, 20),
      ALWAYS,
    );
    expect(line).toEqual({ min: times(10, 40), max: times(30, 60), last: times(20, 50) });
  });

  test('gathers what begins in a bucket', () => {
    const line = equityLine(
      answer(
        [10, 12, 19, 20],
        [
          [5, 9, 6],
          [2, 4, 3],
          [6, 7, 7],
          [1, 1, 1],
        ],
      ),
      1,
      times(10, 20),
      ALWAYS,
    );
    expect(line).toEqual({ min: times(2, 1), max: times(9, 1), last: times(7, 1) });
  });

  test('stands still where nothing begins, and isn’t there before the first', () => {
    const line = equityLine(answer([15], [[1, 3, 2]]), 1, times(0, 10, 20, 30), ALWAYS);
    expect(line.last).toEqual(times(Number.NaN, 2, 2, 2));
    expect(line.min).toEqual(times(Number.NaN, 1, 2, 2));
    expect(line.max).toEqual(times(Number.NaN, 3, 2, 2));
  });
});

test('a line ends where the common time ends', () => {
  const times5 = times(0, 10, 20, 30, 40);
  const whole = answer(
    [0, 10, 20, 30, 40],
    [
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
      [4, 4, 4],
      [5, 5, 5],
    ],
  );
  expect(equityLine(whole, 1, times5, { from: 10, to: 30 }).last).toEqual(times(Number.NaN, 2, 3, 4, Number.NaN));
  expect(equityLine(whole, 1, times5, { from: 15, to: 25 }).last).toEqual(
    times(Number.NaN, 2, 3, Number.NaN, Number.NaN),
  );
});

test('the overlay has the buckets of the first run', () => {
  const first = answer(
    [10, 20],
    [
      [1, 3, 2],
      [4, 6, 5],
    ],
  );
  const line = equityLine(first, 1, first.time, ALWAYS);
  expect(overlayViewport(first, { a: line })).toMatchObject({
    totalRows: 2,
    rowsPerBucket: 1,
    time: first.time,
    firstRow: first.firstRow,
    bars: null,
    lines: { a: line },
    markers: [],
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewportFixture } from '../viewport/viewport.fixture.ts';
import type { Viewport } from '../viewport/viewport.ts';
import { barPath, bodyOf, candlePath, directionOf, hollowCandlePath, type Plane, volumePath } from './candle-path.ts';
import { RecordingSink } from './recording-sink.fixture.ts';

const plane = (pixels: number, pixelRatio = 1): Plane => ({
  x: (row) => row * pixels,
  y: (value) => 200 - value,
  pixelRatio,
});

/** One bar up, 40 to 50 between 35 and 55; one down, 90 to 80 between 75 and 95; one that isn't there. */
const three: Viewport = {
  ...viewportFixture({ count: 3 }),
  bars: {
    open: Float64Array.of(40, 90, Number.NaN),
    high: Float64Array.of(55, 95, Number.NaN),
    low: Float64Array.of(35, 75, Number.NaN),
    close: Float64Array.of(50, 80, Number.NaN),
    volume: Float64Array.of(20, 30, Number.NaN),
  },
};
const all = { start: 0, end: 3 };

function drawn(path: (sink: RecordingSink) => void): string[] {
  const sink = new RecordingSink();
  path(sink);
  return sink.steps;
}

describe('candles', () => {
  test('a bar is up when it closes at its open', () => {
    const bars = { ...three.bars, open: Float64Array.of(5, 5), close: Float64Array.of(5, 4.9) } as NonNullable<
      Viewport['bars']
    >;
    expect(directionOf(bars, 0)).toBe('up');
    expect(directionOf(bars, 1)).toBe('down');
  });

  test.each([
    [1, 1, 1, 0],
    [2, 1, 1, 0],
    [2.7, 1, 2, 0],
    [3.5, 1, 2, 0],
    [4, 1, 3, 1],
    [5, 1, 3, 1],
    [7, 1, 5, 2],
    [10, 1, 7, 3],
    [12, 1, 9, 4],
    [10, 2, 7.5, 3.5],
    [12, 2, 8.5, 4],
    [1.5, 2, 1, 0],
  ])('at %d px a row and %d pixels a px, a body is %d px wide, %d px of it before the wick', (...given) => {
    const [pixels, pixelRatio, width, before] = given;
    expect(bodyOf(three, plane(pixels, pixelRatio))).toMatchObject({ width, before });
  });

  test('where candles are close, a body is two pixels wide, and too narrow to be hollow', () => {
    expect(drawn((sink) => candlePath(sink, three, all, plane(3), 'up'))).toEqual(['R 2 145 1 20', 'R 2 150 2 10']);
    expect(drawn((sink) => hollowCandlePath(sink, three, all, plane(3), 'up'))).toEqual(['R 2 145 1 20']);
    expect(drawn((sink) => hollowCandlePath(sink, three, all, plane(4), 'up'))).toHaveLength(6);
  });

  test('a filled one is a wick and a body around it, on whole pixels', () => {
    expect(drawn((sink) => candlePath(sink, three, all, plane(10), 'up'))).toEqual(['R 5 145 1 20', 'R 2 150 7 10']);
    expect(drawn((sink) => candlePath(sink, three, all, plane(10), 'down'))).toEqual([
      'R 15 105 1 20',
      'R 12 110 7 10',
    ]);
  });

  test('a narrow one is a wick alone', () => {
    expect(drawn((sink) => candlePath(sink, three, all, plane(2), 'up'))).toEqual(['R 1 145 1 20']);
    expect(drawn((sink) => hollowCandlePath(sink, three, all, plane(2), 'up'))).toEqual(['R 1 145 1 20']);
  });

  test('a flat one is still a pixel high', () => {
    const flat = {
      ...three,
      bars: {
        ...three.bars,
        open: three.bars?.close,
        high: three.bars?.close,
        low: three.bars?.close,
      } as Viewport['bars'],
    };
    expect(drawn((sink) => candlePath(sink, flat, { start: 0, end: 1 }, plane(10), 'up'))).toEqual([
      'R 5 150 1 1',
      'R 2 150 7 1',
    ]);
  });

  test('a hollow one is an outline between two wicks', () => {
    expect(drawn((sink) => hollowCandlePath(sink, three, all, plane(10), 'up'))).toEqual([
      'R 5 145 1 5',
      'R 5 160 1 5',
      'R 2 150 7 1',
      'R 2 160 7 1',
      'R 2 150 1 10',
      'R 8 150 1 11',
    ]);
  });

  test('a bar has its open at the left and its close at the right', () => {
    expect(drawn((sink) => barPath(sink, three, all, plane(10), 'up'))).toEqual([
      'R 5 145 1 20',
      'R 2 160 3 1',
      'R 5 150 4 1',
    ]);
    expect(drawn((sink) => barPath(sink, three, all, plane(2), 'up'))).toEqual(['R 1 145 1 20']);
  });

  test('volume stands on the floor', () => {
    expect(drawn((sink) => volumePath(sink, three, all, plane(10), 'up', 200))).toEqual(['R 2 180 7 20']);
    expect(drawn((sink) => volumePath(sink, three, all, plane(10), 'down', 200))).toEqual(['R 12 170 7 30']);
  });

  test('without bars there is nothing', () => {
    const none = { ...three, bars: null };
    expect(drawn((sink) => candlePath(sink, none, all, plane(10), 'up'))).toEqual([]);
    expect(drawn((sink) => volumePath(sink, none, all, plane(10), 'up', 200))).toEqual([]);
  });

  test('wicks are one pixel wide and centred at any zoom and pixel ratio', () => {
    const zoom = fc.double({ min: 0.5, max: 40, noNaN: true });
    fc.assert(
      fc.property(zoom, fc.constantFrom(1, 1.25, 1.5, 2, 3), (pixels, pixelRatio) => {
        const steps = drawn((sink) => candlePath(sink, three, all, plane(pixels, pixelRatio), 'up'));
        const [wick, body] = steps.map((step) => step.split(' ').slice(1).map(Number));
        expect((wick?.[2] ?? 0) * pixelRatio).toBeCloseTo(1);
        expect((((wick?.[0] ?? 0) * pixelRatio) % 1) % 1).toBeCloseTo(0, 6);
        if (body === undefined) return;
        const [left = 0, , width = 0] = body.map((length) => length * pixelRatio);
        const aside = Math.round(width) === 2 ? 0.5 : 0;
        expect(left + width / 2 - aside).toBeCloseTo((wick?.[0] ?? 0) * pixelRatio + 0.5);
        expect(width).toBeCloseTo(Math.round(width));
      }),
    );
  });
});

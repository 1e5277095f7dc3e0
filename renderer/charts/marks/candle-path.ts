import { type BarBuckets, type BucketSpan, middleOfBucket, type Viewport } from '../viewport/viewport.ts';
import { type PathSink, snapTo } from './path-sink.ts';

/** Where rows and prices are on the screen, px. */
export interface Plane {
  readonly x: (row: number) => number;
  readonly y: (value: number) => number;
  readonly pixelRatio: number;
}

/** Of the distance between two candles. */
const BODY = 0.7;
/** Pixels that are wanted for a body before it gets three. */
const LEAST_ODD = 2.5;
/** Pixels: one less, and there is nothing to be hollow. */
const LEAST_HOLLOW = 3;

export type Direction = 'up' | 'down';

/** What stands around a wick of one pixel, px. */
interface Body {
  readonly width: number;
  /** Of it, what is left of the wick. */
  readonly before: number;
  /** No wider than the wick, which then says it all. */
  readonly isWick: boolean;
  readonly canBeHollow: boolean;
}

interface Box {
  readonly centre: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** A bar goes up when it closes at its open or above. */
export function directionOf(bars: BarBuckets, bucket: number): Direction {
  return (bars.close[bucket] ?? 0) >= (bars.open[bucket] ?? 0) ? 'up' : 'down';
}

/**
 * The body of a candle: an odd number of pixels, so that the wick stands in its middle. Where candles are so close
 * that three pixels would close the gaps, it is two.
 */
export function bodyOf(viewport: Viewport, { x, pixelRatio }: Plane): Body {
  const wanted = (x(viewport.rowsPerBucket) - x(0)) * BODY * pixelRatio;
  const pixels = wanted < LEAST_ODD ? Math.max(1, Math.round(wanted)) : nearestOdd(wanted);
  return {
    width: pixels / pixelRatio,
    before: Math.floor((pixels - 1) / 2) / pixelRatio,
    isWick: pixels === 1,
    canBeHollow: pixels >= LEAST_HOLLOW,
  };
}

const nearestOdd = (pixels: number) => 2 * Math.round((pixels - 1) / 2) + 1;

/** Filled candles of one direction: a wick of one pixel and a body, both on whole pixels. */
export function candlePath(
  sink: PathSink,
  viewport: Viewport,
  span: BucketSpan,
  plane: Plane,
  direction: Direction,
): void {
  const { width, before, isWick } = bodyOf(viewport, plane);
  const pixel = 1 / plane.pixelRatio;
  for (const { centre, open, high, low, close } of boxes(viewport, span, plane, direction)) {
    sink.rect(centre, high, pixel, Math.max(pixel, low - high));
    if (isWick) continue;
    const top = Math.min(open, close);
    sink.rect(centre - before, top, width, Math.max(pixel, Math.abs(close - open)));
  }
}

/** Candles drawn as outlines: wicks end at the body. For lines of one pixel, so it goes through the middles of pixels. */
export function hollowCandlePath(
  sink: PathSink,
  viewport: Viewport,
  span: BucketSpan,
  plane: Plane,
  direction: Direction,
): void {
  const { width, before, canBeHollow } = bodyOf(viewport, plane);
  const pixel = 1 / plane.pixelRatio;
  for (const { centre, open, high, low, close } of boxes(viewport, span, plane, direction)) {
    const top = Math.min(open, close);
    const bottom = Math.max(open, close);
    if (!canBeHollow) {
      sink.rect(centre, high, pixel, Math.max(pixel, low - high));
      continue;
    }
    sink.rect(centre, high, pixel, top - high);
    sink.rect(centre, bottom, pixel, low - bottom);
    const left = centre - before;
    const height = Math.max(pixel, bottom - top);
    sink.rect(left, top, width, pixel);
    sink.rect(left, bottom, width, pixel);
    sink.rect(left, top, pixel, height);
    sink.rect(left + width - pixel, top, pixel, height + pixel);
  }
}

/** Bars: a line from high to low, the open at its left, the close at its right. */
export function barPath(
  sink: PathSink,
  viewport: Viewport,
  span: BucketSpan,
  plane: Plane,
  direction: Direction,
): void {
  const { width, before } = bodyOf(viewport, plane);
  const pixel = 1 / plane.pixelRatio;
  for (const { centre, open, high, low, close } of boxes(viewport, span, plane, direction)) {
    sink.rect(centre, high, pixel, Math.max(pixel, low - high));
    if (before === 0) continue;
    sink.rect(centre - before, open, before, pixel);
    sink.rect(centre, close, width - before, pixel);
  }
}

/** Volume of one direction as columns that stand on `floor`, px. */
export function volumePath(
  sink: PathSink,
  viewport: Viewport,
  span: BucketSpan,
  plane: Plane,
  direction: Direction,
  floor: number,
): void {
  const { bars } = viewport;
  if (bars === null) return;
  const { width, before } = bodyOf(viewport, plane);
  const snap = snapTo(plane.pixelRatio);
  const pixel = 1 / plane.pixelRatio;
  for (let bucket = span.start; bucket < span.end; bucket++) {
    const volume = bars.volume[bucket] ?? Number.NaN;
    if (!(volume > 0) || directionOf(bars, bucket) !== direction) continue;
    const top = Math.min(floor - pixel, snap(plane.y(volume)));
    sink.rect(snap(plane.x(middleOfBucket(viewport, bucket))) - before, top, width, floor - top);
  }
}

function* boxes(
  viewport: Viewport,
  span: BucketSpan,
  { x, y, pixelRatio }: Plane,
  direction: Direction,
): Generator<Box> {
  const { bars } = viewport;
  if (bars === null) return;
  const snap = snapTo(pixelRatio);
  for (let bucket = span.start; bucket < span.end; bucket++) {
    const close = bars.close[bucket] ?? Number.NaN;
    if (Number.isNaN(close) || directionOf(bars, bucket) !== direction) continue;
    yield {
      centre: snap(x(middleOfBucket(viewport, bucket))),
      open: snap(y(bars.open[bucket] ?? close)),
      high: snap(y(bars.high[bucket] ?? close)),
      low: snap(y(bars.low[bucket] ?? close)),
      close: snap(y(close)),
    };
  }
}

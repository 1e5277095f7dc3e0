import { cutViewport, joinViewports } from './join.ts';
import { type RowRange, spanOf } from './row-range.ts';
import { bucketCount, endOfBucket, type Viewport } from './viewport.ts';
import { MOST_BUCKETS, type ViewportQuery, type ViewportSource } from './viewport-source.ts';

/** The browser's animation frames, or a test's. */
export interface Frames {
  request(callback: () => void): number;
  cancel(frame: number): void;
}

export const BROWSER_FRAMES: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (frame) => cancelAnimationFrame(frame),
};

/** Brings the viewports that a chart needs, a frame at a time. */
export interface ViewportFeed {
  /** Says what is in view and into how many buckets it may be parted; painted in one of the next frames. */
  look(range: RowRange, buckets: number): void;
  /** Paints again, though nothing moved. */
  repaint(): void;
  /** Asks again for what is in view and couldn't be had. */
  retry(): void;
  dispose(): void;
}

/** What is there to be drawn: neighbouring answers to queries of the same size. */
interface Held {
  viewport: Viewport;
  /** Rows that are covered; where there is more to be had, they end with a bucket. */
  from: number;
  to: number;
  /** The first query, after which those at its sides are cut. */
  readonly asked: ViewportQuery;
  /** Sides at which more can be had. */
  left: boolean;
  right: boolean;
}

interface Flight {
  readonly order: number;
  readonly query: ViewportQuery;
  /** What it extends; null when it is to replace what is held. */
  readonly of: Held | null;
  readonly control: AbortController;
}

const MOST_FLIGHTS = 2;
/** Of the span in view: where less than this is held beyond an edge, another span is fetched. */
const LEAST_MARGIN = 0.5;
const MOST_SPANS = 5;

/**
 * At most one query a frame and two under way; an answer older than what is held is dropped. What is held and fits is
 * painted in the same frame; otherwise the answer has one frame's grace before the old picture is moved or stretched.
 *
 * @param paint called in a frame with what is held
 * @param onOutcome called with what a query threw, but for an abort; with null after each answer
 */
export function createViewportFeed(
  source: ViewportSource,
  paint: (viewport: Viewport) => void,
  onOutcome: (error: unknown) => void,
  frames: Frames = BROWSER_FRAMES,
): ViewportFeed {
  const flights = new Set<Flight>();
  let wanted: { range: RowRange; buckets: number } | null = null;
  let held: Held | null = null;
  let frame: number | null = null;
  let isDirty = false;
  let waited = false;
  let orders = 0;
  let landed = 0;

  const schedule = () => {
    frame ??= frames.request(onFrame);
  };

  function onFrame(): void {
    frame = null;
    if (wanted === null) return;
    const { range, buckets } = wanted;
    const isFit = held !== null && fits(held, range, buckets);
    if (flights.size < MOST_FLIGHTS) {
      const query = isFit && held ? sideOf(held, range) : wholeOf(range, buckets);
      if (query !== null && !isUnderWay(query)) void fly(query, isFit ? held : null);
    }
    if (!isDirty || held === null) return;
    if (isFit || waited) {
      isDirty = false;
      waited = false;
      paint(held.viewport);
    } else {
      waited = true;
      schedule();
    }
  }

  const isUnderWay = (query: ViewportQuery) =>
    [...flights].some(
      ({ query: other }) => other.from === query.from && other.to === query.to && other.buckets === query.buckets,
    );

  async function fly(query: ViewportQuery, of: Held | null): Promise<void> {
    const flight: Flight = { order: ++orders, query, of, control: new AbortController() };
    flights.add(flight);
    try {
      const viewport = await source.query(query, flight.control.signal);
      if (!flight.control.signal.aborted) {
        land(flight, viewport);
        onOutcome(null);
      }
    } catch (error) {
      if (!flight.control.signal.aborted) onOutcome(error);
      return;
    } finally {
      flights.delete(flight);
    }
    schedule();
  }

  function land(flight: Flight, viewport: Viewport): void {
    if (flight.of !== null) {
      if (flight.of === held) extend(held, flight.query, viewport);
      return;
    }
    if (flight.order < landed) return;
    landed = flight.order;
    for (const other of flights) if (other.order < landed) other.control.abort();
    held = {
      viewport,
      asked: flight.query,
      ...wholeBuckets(viewport, flight.query),
    };
    isDirty = true;
  }

  return {
    look(range, buckets) {
      wanted = { range, buckets };
      isDirty = true;
      schedule();
    },
    repaint() {
      isDirty = true;
      schedule();
    },
    retry: schedule,
    dispose() {
      if (frame !== null) frames.cancel(frame);
      wanted = null;
      for (const flight of flights) flight.control.abort();
    },
  };
}

/** True when what is held covers the view, in neither too many nor needlessly few buckets. */
function fits(held: Held, range: RowRange, buckets: number): boolean {
  const { viewport, asked } = held;
  const covers = held.from <= Math.max(0, range.from) && held.to >= Math.min(viewport.totalRows, range.to);
  const inView = spanOf(range) / viewport.rowsPerBucket;
  const isFine = viewport.rowsPerBucket === 1 || inView >= buckets / 2;
  // The source may have no finer size; asking the same again brings no more.
  const isAsAsked = Math.abs((spanOf(range) / buckets) * (asked.buckets / spanOf(asked)) - 1) < 0.02;
  return covers && ((inView <= buckets && isFine) || isAsAsked);
}

function wholeOf(range: RowRange, buckets: number): ViewportQuery {
  return { from: Math.floor(range.from), to: Math.ceil(range.to), buckets };
}

/** What an answer covers: its buckets may reach beyond the rows asked for, and the view beyond the ends of the series. */
function wholeBuckets(viewport: Viewport, query: ViewportQuery): Pick<Held, 'from' | 'to' | 'left' | 'right'> {
  const last = bucketCount(viewport) - 1;
  if (last < 0) return { from: query.from, to: query.to, left: false, right: false };
  const from = viewport.firstRow[0] ?? query.from;
  const to = endOfBucket(viewport, last);
  return { from, to, left: from > 0, right: to < viewport.totalRows };
}

/**
 * The query for the side at which less than half a view is held; null when there is enough. It asks for whole buckets
 * of the size that is held, so that the answer can be joined.
 */
function sideOf(held: Held, range: RowRange): ViewportQuery | null {
  const { rowsPerBucket } = held.viewport;
  const buckets = Math.min(MOST_BUCKETS, Math.ceil(spanOf(held.asked) / rowsPerBucket));
  const span = buckets * rowsPerBucket;
  const margin = spanOf(range) * LEAST_MARGIN;
  if (held.right && held.to - range.to < margin) return { from: held.to, to: held.to + span, buckets };
  if (held.left && range.from - held.from < margin) return { from: held.from - span, to: held.from, buckets };
  return null;
}

function extend(held: Held, query: ViewportQuery, viewport: Viewport): void {
  const isLeft = query.to === held.from;
  const joined = isLeft ? joinViewports(viewport, held.viewport) : joinViewports(held.viewport, viewport);
  const longest = spanOf(held.asked) * MOST_SPANS;
  if (joined === null) {
    if (isLeft) held.left = false;
    else held.right = false;
  } else if (isLeft) {
    held.from = query.from;
    held.to = Math.min(held.to, query.from + longest);
    held.left = query.from > 0;
    held.right = held.to < joined.totalRows;
  } else {
    held.to = query.to;
    held.from = Math.max(held.from, query.to - longest);
    held.right = query.to < joined.totalRows;
    held.left = held.from > 0;
  }
  if (joined !== null) held.viewport = cutViewport(joined, held);
}

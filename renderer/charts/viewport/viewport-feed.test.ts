import { beforeEach, describe, expect, test, vi } from 'vitest';
import { viewportFixture } from './viewport.fixture.ts';
import type { Viewport } from './viewport.ts';
import { createViewportFeed, type Frames } from './viewport-feed.ts';
import type { ViewportQuery, ViewportSource } from './viewport-source.ts';

const ROWS = 10_000;

/** Frames that pass when told to. */
class HandFrames implements Frames {
  private waiting: (() => void) | null = null;
  request(callback: () => void): number {
    this.waiting = callback;
    return 1;
  }
  cancel(): void {
    this.waiting = null;
  }
  get isWaiting(): boolean {
    return this.waiting !== null;
  }
  /** Lets answers arrive, then a frame pass. */
  async pass(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const { waiting } = this;
    this.waiting = null;
    waiting?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Call {
  readonly query: ViewportQuery;
  readonly signal: AbortSignal;
  answer(): void;
  fail(error: unknown): void;
}

function answerTo({ from, to, buckets }: ViewportQuery): Viewport {
  let rowsPerBucket = 1;
  while ((to - from) / rowsPerBucket > buckets) rowsPerBucket *= 2;
  const first = Math.max(0, Math.floor(from / rowsPerBucket)) * rowsPerBucket;
  const count = Math.ceil((Math.min(ROWS, to) - first) / rowsPerBucket);
  return viewportFixture({ first, count: Math.max(0, count), rowsPerBucket, totalRows: ROWS });
}

let calls: Call[];
let painted: Viewport[];
let frames: HandFrames;
const onOutcome = vi.fn();
const source: ViewportSource = {
  totalRows: ROWS,
  barLength: 1,
  rowAt: () => Promise.resolve(0),
  query: (query, signal) =>
    new Promise((resolve, reject) => {
      calls.push({ query, signal, answer: () => resolve(answerTo(query)), fail: reject });
    }),
};
const feedOf = () => createViewportFeed(source, (viewport) => painted.push(viewport), onOutcome, frames);
const queries = () => calls.map(({ query }) => query);
const rowsOf = (viewport: Viewport | undefined) => [viewport?.firstRow[0], viewport?.firstRow.at(-1)];

/** Answers everything until nothing more is asked. */
async function settle(): Promise<void> {
  let answered = 0;
  do {
    for (; answered < calls.length; answered++) calls[answered]?.answer();
    await frames.pass();
  } while (answered < calls.length || frames.isWaiting);
}

beforeEach(() => {
  calls = [];
  painted = [];
  frames = new HandFrames();
  onOutcome.mockReset();
});

describe('a viewport feed', () => {
  test('asks for what is in view, paints it, then fetches a view on both sides', async () => {
    const feed = feedOf();
    feed.look({ from: 1000.5, to: 1099.5 }, 200);
    expect(calls).toHaveLength(0);
    await frames.pass();
    expect(queries()).toEqual([{ from: 1000, to: 1100, buckets: 200 }]);
    calls[0]?.answer();
    await frames.pass();
    expect(rowsOf(painted[0])).toEqual([1000, 1099]);
    await settle();
    expect(queries().slice(1)).toEqual([
      { from: 1100, to: 1200, buckets: 100 },
      { from: 900, to: 1000, buckets: 100 },
    ]);
    expect(painted).toHaveLength(1);
    feed.repaint();
    await frames.pass();
    expect(rowsOf(painted[1])).toEqual([900, 1199]);
  });

  test('pans inside what is held without a question, in the same frame', async () => {
    const feed = feedOf();
    feed.look({ from: 1000, to: 1100 }, 200);
    await settle();
    const asked = calls.length;
    feed.look({ from: 1040, to: 1140 }, 200);
    await frames.pass();
    expect(painted).toHaveLength(2);
    expect(calls).toHaveLength(asked);
    feed.look({ from: 1060, to: 1160 }, 200);
    await frames.pass();
    expect(painted).toHaveLength(3);
    expect(queries().at(-1)).toEqual({ from: 1200, to: 1300, buckets: 100 });
  });

  test('asks its sides for whole buckets of the size that it holds', async () => {
    const feed = feedOf();
    feed.look({ from: 4001, to: 4799 }, 200);
    await settle();
    expect(queries()).toEqual([
      { from: 4001, to: 4799, buckets: 200 },
      { from: 4800, to: 5600, buckets: 200 },
      { from: 3200, to: 4000, buckets: 200 },
    ]);
    feed.repaint();
    await frames.pass();
    expect(rowsOf(painted.at(-1))).toEqual([3200, 5596]);
  });

  test('asks for no side beyond an end', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 10_250 }, 500);
    await settle();
    expect(queries()).toEqual([{ from: 0, to: 10_250, buckets: 500 }]);
  });

  test('looks at most once a frame, at the newest', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 100 }, 200);
    feed.look({ from: 500, to: 600 }, 200);
    await frames.pass();
    expect(queries()).toEqual([{ from: 500, to: 600, buckets: 200 }]);
  });

  test('gives an answer a frame, then stretches the old picture', async () => {
    const feed = feedOf();
    feed.look({ from: 1000, to: 1100 }, 200);
    await settle();
    const before = painted.length;
    feed.look({ from: 5000, to: 5100 }, 200);
    await frames.pass();
    expect(painted).toHaveLength(before);
    await frames.pass();
    expect(rowsOf(painted[before])).toEqual([900, 1199]);
    await settle();
    expect(rowsOf(painted.at(-1))[0]).toBe(5000);
  });

  test('asks for finer buckets when zoomed in, for coarser ones when zoomed out', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 8000 }, 1000);
    await settle();
    expect(painted.at(-1)?.rowsPerBucket).toBe(8);
    feed.look({ from: 0, to: 4000 }, 1000);
    await settle();
    expect(painted.at(-1)?.rowsPerBucket).toBe(8);
    feed.look({ from: 0, to: 3900 }, 1000);
    await settle();
    expect(painted.at(-1)?.rowsPerBucket).toBe(4);
    feed.look({ from: 0, to: 8000 }, 1000);
    await settle();
    expect(painted.at(-1)?.rowsPerBucket).toBe(8);
  });

  test('drops an answer that is older than what is held, and aborts its question', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 100 }, 200);
    await frames.pass();
    feed.look({ from: 5000, to: 5100 }, 200);
    await frames.pass();
    expect(calls).toHaveLength(2);
    calls[1]?.answer();
    await frames.pass();
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.answer();
    await frames.pass();
    expect(painted.map((viewport) => viewport.firstRow[0])).toEqual([5000]);
  });

  test('has two questions under way at most, and asks the newest when one is answered', async () => {
    const feed = feedOf();
    for (const from of [0, 1000, 2000, 3000]) {
      feed.look({ from, to: from + 100 }, 200);
      await frames.pass();
    }
    expect(queries().map(({ from }) => from)).toEqual([0, 1000]);
    calls[0]?.answer();
    await frames.pass();
    expect(queries().map(({ from }) => from)).toEqual([0, 1000, 3000]);
  });

  test('holds no more than five views after a long pan', async () => {
    const feed = feedOf();
    for (let from = 1000; from <= 3000; from += 50) {
      feed.look({ from, to: from + 100 }, 200);
      await settle();
    }
    const last = painted.at(-1);
    expect((last?.firstRow.at(-1) ?? 0) - (last?.firstRow[0] ?? 0)).toBeLessThan(500);
    expect(last?.firstRow[0]).toBeLessThanOrEqual(2950);
    for (let from = 3000; from >= 1000; from -= 50) {
      feed.look({ from, to: from + 100 }, 200);
      await settle();
    }
    expect(painted.at(-1)?.firstRow[0]).toBeLessThanOrEqual(1000);
    expect(painted.at(-1)?.firstRow.at(-1)).toBeLessThan(1500);
  });

  test('tells of a failure, and asks again when looked at again', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 100 }, 200);
    await frames.pass();
    calls[0]?.fail(new Error('no disk'));
    await frames.pass();
    expect(onOutcome).toHaveBeenCalledWith(new Error('no disk'));
    feed.look({ from: 0, to: 100 }, 200);
    await frames.pass();
    expect(calls).toHaveLength(2);
  });

  test('tells of an answer, after which nothing is wrong any more', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: ROWS }, 1000);
    await settle();
    expect(onOutcome.mock.calls).toEqual([[null]]);
  });

  test('asks by itself for nothing that failed, and for all of it when told to', async () => {
    const feed = feedOf();
    feed.look({ from: 1000, to: 1100 }, 200);
    await frames.pass();
    calls[0]?.fail(new Error('no disk'));
    await settle();
    expect(calls).toHaveLength(1);
    feed.retry();
    await frames.pass();
    expect(queries()[1]).toEqual(queries()[0]);
    calls[1]?.answer();
    await frames.pass();
    expect(onOutcome.mock.calls).toEqual([[new Error('no disk')], [null]]);
    expect(rowsOf(painted[0])).toEqual([1000, 1099]);
  });

  test('asks again for a side that failed, and for nothing where all is held', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 100 }, 200);
    await frames.pass();
    calls[0]?.answer();
    await frames.pass();
    calls[1]?.fail(new Error('no disk'));
    await frames.pass();
    feed.retry();
    await settle();
    expect(queries()[2]).toEqual(queries()[1]);
    const asked = calls.length;
    feed.retry();
    await settle();
    expect(calls).toHaveLength(asked);
  });

  test('is silent once it is left', async () => {
    const feed = feedOf();
    feed.look({ from: 0, to: 100 }, 200);
    await frames.pass();
    feed.look({ from: 0, to: 100 }, 200);
    feed.dispose();
    expect(frames.isWaiting).toBe(false);
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.fail(new DOMException('left', 'AbortError'));
    await frames.pass();
    expect(painted).toEqual([]);
    expect(onOutcome).not.toHaveBeenCalled();
  });
});

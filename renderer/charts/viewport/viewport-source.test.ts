import { expect, test } from 'vitest';
import { createChartView } from './chart-view.ts';
import { viewportFixture } from './viewport.fixture.ts';
import { endsOf, goToTime, type ViewportSource } from './viewport-source.ts';

const HOUR = 3_600_000;
const FIRST = Date.UTC(2025, 0, 1);
const { signal } = new AbortController();

/** A bar each hour, a hundred of them. */
const source: ViewportSource = {
  totalRows: 100,
  barLength: HOUR,
  query: async ({ from, to }) => viewportFixture({ first: from, count: to - from }),
  rowAt: async (time) => Math.min(99, Math.max(0, Math.floor((time - FIRST) / HOUR))),
};

test('a series has two ends', async () => {
  expect(await endsOf(source, signal)).toEqual({ first: FIRST, last: FIRST + 99 * HOUR });
});

test.each([
  ['the time of a bar', 40 * HOUR, 40],
  ['a time between bars', 40 * HOUR + 1, 41],
  ['the last moment before a bar', 41 * HOUR - 1, 41],
  ['the first bar', 0, 0],
  ['a time before it', -5 * HOUR, 0],
  ['the bar after it', 1, 1],
  ['the last bar', 99 * HOUR, 99],
  ['a time behind it', 500 * HOUR, 99],
])('%s leads to a bar that opens then or later', async (_, time, row) => {
  const view = createChartView(100, { from: 20, to: 40 });
  await goToTime(view, source, { time: FIRST + time, first: FIRST }, signal);
  expect(view.crosshair()).toBe(row);
  const { from, to } = view.range();
  expect(from <= row && row < to && to - from === 20).toBe(true);
});

test('who no longer asks is led nowhere', async () => {
  const view = createChartView(100, { from: 20, to: 40 });
  const control = new AbortController();
  control.abort();
  await goToTime(view, source, { time: FIRST + 80 * HOUR, first: FIRST }, control.signal);
  expect([view.range(), view.crosshair()]).toEqual([{ from: 20, to: 40 }, null]);
});

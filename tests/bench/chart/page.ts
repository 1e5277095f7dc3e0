import '@fontsource-variable/inter';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { cssVariables } from '#shared/theme/css-variables.ts';
import { DARK, LIGHT } from '#shared/theme/tokens.ts';
import { ChartPane } from '../../../renderer/charts/ChartPane.tsx';
import { type ChartView, createChartView } from '../../../renderer/charts/viewport/chart-view.ts';
import type { Viewport } from '../../../renderer/charts/viewport/viewport.ts';
import type { ViewportSource } from '../../../renderer/charts/viewport/viewport-source.ts';
import { benchPath } from './bench-path.ts';

/** What one size of series took, ms and bytes. */
export interface PageFigures {
  readonly sync: number[];
  readonly drawn: number[];
  readonly crosshair: number[];
  readonly cpuPerStep: number;
  readonly heapGrowth: number;
}

declare global {
  interface Window {
    /** Seconds of processor time of the page's main thread so far. */
    cpuSeconds(): Promise<number>;
    gc(): void;
    measureChart(rows: number): Promise<PageFigures>;
  }
}

const MINUTE = 60_000;
const style = document.createElement('style');
style.textContent = `[data-theme=dark]{${cssVariables(DARK)}} [data-theme=light]{${cssVariables(LIGHT)}}`;
document.head.append(style);

/** Less than this, ms, and a frame only looked whether there is anything to draw. */
const IDLE = 1;
/** Time that callbacks of frames took since it was reset, and when the last one that drew was done. */
let inFrames = 0;
let lastDrawn = 0;
const requestFrame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  requestFrame((time) => {
    const start = performance.now();
    callback(time);
    // Behind what React does for those who listen to the chart.
    queueMicrotask(() => {
      const end = performance.now();
      inFrames += end - start;
      if (end - start > IDLE) lastDrawn = end;
    });
  });
const frame = () => new Promise<void>((resolve) => requestFrame(() => resolve()));

/** A series in a thread, and the number of queries that it has yet to answer. */
async function openSeries(rows: number): Promise<{ source: ViewportSource; pending: () => number; close: () => void }> {
  const thread = new Worker(new URL('./series-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (viewport: Viewport) => void>();
  let queries = 0;
  await new Promise<void>((resolve) => {
    thread.onmessage = () => resolve();
    thread.postMessage({ rows });
  });
  thread.onmessage = ({ data }: MessageEvent<{ id: number; viewport: Viewport }>) => {
    waiting.get(data.id)?.(data.viewport);
    waiting.delete(data.id);
  };
  const source: ViewportSource = {
    totalRows: rows,
    barLength: MINUTE,
    query: (query) =>
      new Promise((resolve) => {
        const id = ++queries;
        waiting.set(id, resolve);
        thread.postMessage({ id, query });
      }),
    rowAt: () => Promise.resolve(0),
  };
  return { source, pending: () => waiting.size, close: () => thread.terminate() };
}

/** Frames until a chart asks for nothing more and drew what it got. */
async function settle(pending: () => number): Promise<void> {
  let quiet = 0;
  while (quiet < 2) {
    await frame();
    quiet = pending() === 0 ? quiet + 1 : 0;
  }
}

function usedHeap(): number {
  window.gc();
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}

const LINES = [
  { id: 'fast', name: 'EMA 12', decimals: 4 },
  { id: 'slow', name: 'EMA 48', decimals: 4 },
  { id: 'long', name: 'EMA 200', decimals: 4 },
  { id: 'distance', name: 'Distance', decimals: 4, pane: 'distance' },
];

function show(source: ViewportSource, view: ChartView): () => void {
  const root = createRoot(document.getElementById('chart') as HTMLElement);
  const onError = (error: unknown) => {
    throw error;
  };
  flushSync(() =>
    root.render(createElement(ChartPane, { name: 'Synthetic 1m', source, view, decimals: 4, lines: LINES, onError })),
  );
  return () => root.unmount();
}

window.measureChart = async (rows) => {
  const { source, pending, close } = await openSeries(rows);
  const heapBefore = usedHeap();
  const view = createChartView(rows);
  const hide = show(source, view);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await settle(pending);

  const sync: number[] = [];
  const drawn: number[] = [];
  const steps = benchPath(rows);
  const cpuBefore = await window.cpuSeconds();
  for (const range of steps) {
    await frame();
    inFrames = 0;
    const start = performance.now();
    view.show(range);
    await settle(pending);
    drawn.push(Math.max(0, lastDrawn - start));
    sync.push(inFrames);
  }
  const cpuPerStep = ((await window.cpuSeconds()) - cpuBefore) * (1_000 / steps.length);
  const heapGrowth = usedHeap() - heapBefore;

  view.reset();
  await settle(pending);
  const crosshair: number[] = [];
  for (let step = 0; step < 40; step++) {
    await frame();
    const start = performance.now();
    flushSync(() => view.point(Math.floor(((step + 5) / 50) * rows)));
    crosshair.push(performance.now() - start);
  }
  hide();
  close();
  return { sync, drawn, crosshair, cpuPerStep, heapGrowth };
};

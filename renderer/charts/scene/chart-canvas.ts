import type { ChartView } from '../viewport/chart-view.ts';
import type { RowRange } from '../viewport/row-range.ts';
import type { Viewport } from '../viewport/viewport.ts';
import { createViewportFeed } from '../viewport/viewport-feed.ts';
import { MOST_BUCKETS, type ViewportSource } from '../viewport/viewport-source.ts';
import { type Palette, readPalette, watchPalette } from './palette.ts';
import { createPlot } from './plot.ts';
import type { Scene } from './scene.ts';
import { plotWidth, type Stage } from './stage.ts';

/** What was drawn last. */
export interface Drawn<Kind extends Scene> {
  readonly scene: Kind;
  readonly viewport: Viewport;
  readonly range: RowRange;
  readonly palette: Palette;
}

/** A chart on the page: it follows its view, its size, the theme and the fonts, and draws what its builder makes of them. */
export interface ChartCanvas<Kind extends Scene> {
  /** Null until the first buckets came. */
  drawn(): Drawn<Kind> | null;
  /** Calls back after each drawing. */
  subscribe(listener: () => void): () => void;
  /** Draws by another builder from now on. */
  rebuild(build: (stage: Stage) => Kind): void;
  /** Takes its buckets from another source of the same series; shows what it has until that one answers. */
  follow(source: ViewportSource): void;
  /** Asks again for what is in view and couldn't be had. */
  retry(): void;
  dispose(): void;
}

export interface ChartCanvasParts<Kind extends Scene> {
  readonly source: ViewportSource;
  readonly view: ChartView;
  readonly build: (stage: Stage) => Kind;
  /** What a query threw; null after each answer. */
  readonly onOutcome: (error: unknown) => void;
}

/** Candles stand no closer than this, px. */
const CLOSEST = 1.3;

export function createChartCanvas<Kind extends Scene>(
  element: HTMLElement,
  { source: firstSource, view, build: firstBuild, onOutcome }: ChartCanvasParts<Kind>,
): ChartCanvas<Kind> {
  const listeners = new Set<() => void>();
  const plot = createPlot(element);
  let build = firstBuild;
  let palette = readPalette(element);
  let size = { width: element.clientWidth, height: element.clientHeight };
  let drawn: Drawn<Kind> | null = null;
  let isDisposed = false;

  let source = firstSource;
  let feed = createViewportFeed(source, paint, onOutcome);
  /** Another source took its place and has yet to answer: until then the last picture is moved and resized. */
  let isAwaited = false;

  function paint(viewport: Viewport): void {
    // Whoever holds the canvas may hold it for a moment longer than it lives.
    if (isDisposed || size.width === 0 || size.height === 0) return;
    const range = view.range();
    const scene = build({ viewport, range, ...size, pixelRatio: window.devicePixelRatio, palette });
    plot.draw(scene, palette);
    drawn = { scene, viewport, range, palette };
    for (const listener of listeners) listener();
  }

  function look(): void {
    const width = plotWidth(size.width, palette.fontSize);
    feed.look(view.range(), Math.max(1, Math.min(MOST_BUCKETS, Math.floor(width / CLOSEST))));
    if (isAwaited && drawn !== null) paint(drawn.viewport);
  }

  function followView(): void {
    if (drawn === null || view.range() !== drawn.range) look();
  }

  function repalette(): void {
    palette = readPalette(element);
    look();
  }

  view.setRows(source.totalRows);
  const sizes = new ResizeObserver(() => {
    size = { width: element.clientWidth, height: element.clientHeight };
    plot.resize();
    look();
  });
  const leaveView = view.subscribe(followView);
  const leavePalette = watchPalette(repalette);
  // A canvas doesn't wait for fonts: drawn too early, its text has another face until something moves.
  void document.fonts.load(`${palette.fontSize}px ${palette.fontFamily}`).then(() => {
    if (isDisposed) return;
    sizes.observe(element);
  });

  return {
    drawn: () => drawn,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rebuild(next) {
      if (next === build) return;
      build = next;
      feed.repaint();
    },
    follow(next) {
      if (next === source || isDisposed) return;
      feed.dispose();
      source = next;
      isAwaited = true;
      feed = createViewportFeed(
        source,
        (viewport) => {
          isAwaited = false;
          paint(viewport);
        },
        onOutcome,
      );
      look();
    },
    retry: () => feed.retry(),
    dispose() {
      isDisposed = true;
      leaveView();
      leavePalette();
      sizes.disconnect();
      feed.dispose();
      plot.dispose();
    },
  };
}

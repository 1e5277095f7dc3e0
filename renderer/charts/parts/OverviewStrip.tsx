import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import styles from '../charts.module.css';
import { linePath } from '../marks/line-path.ts';
import { readPalette, watchPalette } from '../scene/palette.ts';
import { exactScale, rowScale } from '../scene/scene.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import { fullRange, type RowRange } from '../viewport/row-range.ts';
import { bucketCount, extentOf, type LineBuckets, type Viewport } from '../viewport/viewport.ts';
import type { ViewportSource } from '../viewport/viewport-source.ts';
import type { ChartAsking } from './asking.ts';
import { attachBrush } from './brush.ts';

interface OverviewStripProps {
  source: ViewportSource;
  view: ChartView;
  /** The line that stands for the series: its lowest and highest values in each bucket. */
  line: (viewport: Viewport) => LineBuckets | undefined;
  asking: ChartAsking;
}

/** Lowest and highest of each: 2,000 points. */
const BUCKETS = 1_000;

/** The whole series in a strip, with the part in view marked: drag it, its edges, or a new one. */
export function OverviewStrip({ source, view, line, asking: { attempt, onError, onAnswer } }: OverviewStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const range = useSyncExternalStore(view.subscribe, view.range);
  const { from, to } = fullRange(view.rows());
  const percent = (row: number) => `${(100 * (row - from)) / (to - from)}%`;

  const tell = useEffectEvent((error: unknown) => onError(error, 'overview'));
  const show = useEffectEvent((answer: Viewport) => {
    setViewport(answer);
    onAnswer?.('overview');
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    const control = new AbortController();
    source.query({ from: 0, to: source.totalRows, buckets: BUCKETS }, control.signal).then(
      (answer) => control.signal.aborted || show(answer),
      (error) => control.signal.aborted || tell(error),
    );
    return () => control.abort();
  }, [source, attempt]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null || viewport === null) return;
    const draw = () => drawStrip(element, viewport, line(viewport));
    const sizes = new ResizeObserver(draw);
    sizes.observe(element);
    const leave = watchPalette(draw);
    return () => {
      sizes.disconnect();
      leave();
    };
  }, [viewport, line]);

  useEffect(() => (strip.current ? attachBrush(strip.current, view) : undefined), [view]);

  return (
    <div ref={strip} className={styles['overview']} aria-hidden="true">
      <canvas ref={canvas} className={styles['overviewLine']} />
      <div
        className={styles['brush']}
        style={{ left: percent(range.from), right: `calc(100% - ${percent(range.to)})` }}
      />
    </div>
  );
}

function drawStrip(element: HTMLCanvasElement, viewport: Viewport, line: LineBuckets | undefined): void {
  const context = element.getContext('2d');
  const pixelRatio = window.devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = element;
  if (context === null || line === undefined || width === 0) return;
  element.width = Math.round(width * pixelRatio);
  element.height = Math.round(height * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  const span = { start: 0, end: bucketCount(viewport) };
  const extent = extentOf([line.min, line.max], span) ?? { low: 0, high: 1 };
  const rows: RowRange = fullRange(viewport.totalRows);
  const { y } = exactScale(extent.low, extent.high, { x: 0, y: 2, width, height: height - 4 });
  context.strokeStyle = readPalette(element).textMuted;
  context.beginPath();
  linePath(context, viewport, line, span, { x: rowScale(rows, { x: 0, width }), y, pixelRatio });
  context.stroke();
}

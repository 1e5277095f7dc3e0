import { type Ref, useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Ms } from '#shared/domain/units.ts';
import styles from '../charts.module.css';
import type { Drawn } from '../scene/chart-canvas.ts';
import type { Scene } from '../scene/scene.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import { bucketAt } from '../viewport/viewport.ts';
import { Crosshair } from './Crosshair.tsx';
import { attachGestures, type Point } from './gestures.ts';
import { type ChartElement, useDrawn } from './use-chart-canvas.ts';

interface PlotAreaProps<Kind extends Scene> {
  chart: ChartElement<Kind>;
  view: ChartView;
  barLength: Ms;
  /** What the chart shows, in words. */
  summary: (drawn: Drawn<Kind>) => string;
  /** True when it comes back in the place of its table, so that keys go on working. */
  takesFocus: boolean;
  onClick?: ((point: Point, row: number) => void) | undefined;
}

/** The chart itself: the canvas, what the pointer does on it, and its description for those who don't see it. */
export function PlotArea<Kind extends Scene>(props: PlotAreaProps<Kind>) {
  const { chart, view, barLength, summary, takesFocus, onClick } = props;
  const { place, element, canvas } = chart;
  const [pointer, setPointer] = useState<Point | null>(null);
  const description = useRef<HTMLDivElement>(null);

  const hover = useEffectEvent((point: Point | null) => {
    const row = point && rowUnder(point);
    setPointer(row === null ? null : point);
    view.point(row);
  });
  const click = useEffectEvent((point: Point) => {
    const row = rowUnder(point);
    if (row !== null) onClick?.(point, row);
  });
  const rowUnder = (point: Point): number | null => {
    const drawn = canvas?.drawn();
    if (!drawn || point.x > drawn.scene.plot.x + drawn.scene.plot.width) return null;
    const { from, to } = drawn.range;
    const row = from + ((point.x - drawn.scene.plot.x) / drawn.scene.plot.width) * (to - from);
    return drawn.viewport.firstRow[bucketAt(drawn.viewport, row)] ?? null;
  };

  useEffect(() => {
    if (element === null || canvas === null) return;
    const plot = () => canvas.drawn()?.scene.plot ?? { x: 0, width: element.clientWidth };
    return attachGestures(element, { view, plot, onHover: (point) => hover(point), onClick: (point) => click(point) });
  }, [element, canvas, view]);

  useEffect(() => {
    if (takesFocus) description.current?.focus();
  }, [takesFocus]);

  return (
    <div className={styles['plotFrame']}>
      <div ref={place} className={styles['plot']} />
      <Crosshair canvas={canvas} view={view} barLength={barLength} pointer={pointer} />
      <Description chart={chart} summary={summary} place={description} />
    </div>
  );
}

/** The words stand in for the canvas: they take the focus and cover it. */
function Description<Kind extends Scene>({
  chart,
  summary,
  place,
}: Pick<PlotAreaProps<Kind>, 'chart' | 'summary'> & { place: Ref<HTMLDivElement> }) {
  const drawn = useDeferredValue(useDrawn(chart.canvas));
  const words = drawn === null ? 'Chart without data yet.' : `${summary(drawn)} Press T for a table.`;
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart is operated by keys while its description has the focus
  return <div ref={place} role="img" tabIndex={0} aria-label={words} className={styles['description']} />;
}

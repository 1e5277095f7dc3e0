import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { type ChartCanvas, createChartCanvas, type Drawn } from '../scene/chart-canvas.ts';
import type { Scene } from '../scene/scene.ts';
import type { Stage } from '../scene/stage.ts';
import type { ChartView } from '../viewport/chart-view.ts';
import type { ViewportSource } from '../viewport/viewport-source.ts';
import type { ChartAsking } from './asking.ts';

export interface ChartElement<Kind extends Scene> {
  /** Ref of the element that the chart is drawn into. */
  readonly place: (element: HTMLElement | null) => void;
  readonly element: HTMLElement | null;
  readonly canvas: ChartCanvas<Kind> | null;
}

/** A chart canvas in an element, for as long as the series and the view are the same. */
export function useChartCanvas<Kind extends Scene>(
  source: ViewportSource,
  view: ChartView,
  build: (stage: Stage) => Kind,
  { attempt, onError, onAnswer }: ChartAsking,
): ChartElement<Kind> {
  const [element, place] = useState<HTMLElement | null>(null);
  const [canvas, setCanvas] = useState<ChartCanvas<Kind> | null>(null);
  const tell = useEffectEvent((error: unknown) => (error === null ? onAnswer?.('plot') : onError(error, 'plot')));
  const first = useEffectEvent(() => ({ source, build }));
  const series = source.series ?? source;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another series gets a chart of its own
  useEffect(() => {
    if (element === null) return;
    const created = createChartCanvas(element, {
      ...first(),
      view,
      onOutcome: (error) => tell(error),
    });
    setCanvas(created);
    return () => {
      setCanvas(null);
      created.dispose();
    };
  }, [element, series, view]);
  useEffect(() => canvas?.follow(source), [canvas, source]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what it waits for
  useEffect(() => canvas?.retry(), [canvas, attempt]);
  useEffect(() => canvas?.rebuild(build), [canvas, build]);
  return { place, element, canvas };
}

const NEVER = () => () => {};

/** What a chart drew last; null before it drew anything. */
export function useDrawn<Kind extends Scene>(canvas: ChartCanvas<Kind> | null): Drawn<Kind> | null {
  return useSyncExternalStore(canvas?.subscribe ?? NEVER, () => canvas?.drawn() ?? null);
}

/** The row under the crosshair of linked charts; null while none is pointed at. */
export function useCrosshair(view: ChartView): number | null {
  return useSyncExternalStore(view.subscribe, view.crosshair);
}

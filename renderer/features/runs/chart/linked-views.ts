import type { ChartView } from '../../../charts/viewport/chart-view.ts';

/**
 * Has two views of the same bars point at the same bar, each over its own stretch.
 * @returns what ends that
 */
export function linkCrosshairs(one: ChartView, other: ChartView): () => void {
  const follow = (from: ChartView, to: ChartView) => from.subscribe(() => to.point(from.crosshair()));
  const ends = [follow(one, other), follow(other, one)];
  return () => {
    for (const end of ends) end();
  };
}

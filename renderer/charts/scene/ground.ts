import { type BucketSpan, bucketsIn } from '../viewport/viewport.ts';
import { timeAxis } from './axis-layers.ts';
import { type Pane, rowScale, type Scene } from './scene.ts';
import { type PaneShare, type PlacedPane, placePanes, type Stage } from './stage.ts';

/** A stage on which the rows have their places: what panes are drawn on. */
export interface Ground extends Stage {
  /** Buckets in view. */
  readonly span: BucketSpan;
  readonly x: (row: number) => number;
  /** Places of the ticks of time, px. */
  readonly times: readonly number[];
}

/** Panes above each other over one time axis, whose labels belong to the lowest of them. */
export function sceneOf(
  stage: Stage,
  wanted: readonly PaneShare[],
  paneOf: (ground: Ground, placed: PlacedPane) => Pane,
): Scene {
  const placed = placePanes(stage, wanted);
  const lowest = placed.at(-1)?.rect ?? { x: 0, y: 0, width: 1, height: 1 };
  const axis = timeAxis(stage, lowest);
  const ground: Ground = {
    ...stage,
    span: bucketsIn(stage.viewport, stage.range),
    x: rowScale(stage.range, lowest),
    times: axis.places,
  };
  const panes = placed.map((one, place) => {
    const pane = paneOf(ground, one);
    return place === placed.length - 1 ? { ...pane, outside: [...pane.outside, ...axis.labels] } : pane;
  });
  return { rows: stage.range, plot: lowest, panes };
}

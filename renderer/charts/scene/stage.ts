import type { RowRange } from '../viewport/row-range.ts';
import type { Viewport } from '../viewport/viewport.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** What there is to make a scene from. */
export interface Stage {
  readonly viewport: Viewport;
  readonly range: RowRange;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly palette: Palette;
}

export type SceneBuilder = (stage: Stage) => Scene;

/** Room for prices at the right and for times below, in heights of a label: the same in all charts, so that linked ones line up. */
const GUTTER = 6.2;
const AXIS = 2.2;
const PANE_GAP = 8;

/** Of a chart's height, what panes with a share have together at most. */
const MOST_SHARED = 0.5;

export interface PaneShare {
  readonly id: string;
  /** Of the chart's height; the rest is for those that have none. */
  readonly share?: number;
}

export interface PlacedPane {
  readonly id: string;
  readonly rect: { x: number; y: number; width: number; height: number };
}

export function plotWidth(width: number, fontSize: number): number {
  return Math.max(1, width - Math.round(GUTTER * fontSize));
}

/** Puts panes above each other over the time axis, all equally wide. */
export function placePanes({ width, height, palette }: Stage, wanted: readonly PaneShare[]): PlacedPane[] {
  const plot = plotWidth(width, palette.fontSize);
  const room = height - Math.round(AXIS * palette.fontSize) - PANE_GAP * (wanted.length - 1);
  const shared = wanted.reduce((sum, { share = 0 }) => sum + share, 0);
  const unit = height * Math.min(1, MOST_SHARED / shared);
  const heights = wanted.map(({ share }) => (share === undefined ? null : Math.round(share * unit)));
  const taken = heights.reduce<number>((sum, own) => sum + (own ?? 0), 0);
  const flexible = heights.filter((own) => own === null).length;
  const rest = Math.max(1, Math.floor((room - taken) / Math.max(1, flexible)));
  let y = 0;
  return wanted.map(({ id }, place) => {
    const rect = { x: 0, y, width: plot, height: heights[place] ?? rest };
    y += rect.height + PANE_GAP;
    return { id, rect };
  });
}

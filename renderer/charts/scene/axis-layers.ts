import { timeTicks } from '../axes/time-ticks.ts';
import { snapTo } from '../marks/path-sink.ts';
import { bucketsIn, middleOfBucket } from '../viewport/viewport.ts';
import type { Layer, Rect, ValueScale } from './scene.ts';
import { rowScale } from './scene.ts';
import type { Stage } from './stage.ts';

/** Between the plot and its labels. */
const LABEL_GAP = 8;
const TAG_PADDING = 5;
const GRID_OPACITY = 0.55;
/** Width of `28 May 2025`, in heights of a label, with the gap to the next. */
const TIME_LABEL = 8;

export interface TimeAxis {
  /** Places of the ticks, px. */
  readonly places: readonly number[];
  readonly labels: readonly Layer[];
}

/** The time axis under the lowest pane. */
export function timeAxis(stage: Stage, lowest: Rect): TimeAxis {
  const { viewport, range, palette } = stage;
  const toX = rowScale(range, lowest);
  const x = (bucket: number) => toX(middleOfBucket(viewport, bucket));
  const labelWidth = TIME_LABEL * palette.fontSize;
  const ticks = timeTicks(viewport.time, { ...bucketsIn(viewport, range), x, width: lowest.width, labelWidth });
  const placed = ticks.map((tick) => ({ ...tick, x: x(tick.bucket) }));
  const y = lowest.y + lowest.height + palette.fontSize * 1.25;
  const edge = labelWidth / 3;
  return {
    places: placed.map((tick) => tick.x),
    labels: placed
      .filter((tick) => tick.x >= lowest.x + edge && tick.x <= lowest.x + lowest.width + edge / 2)
      .map(({ x: place, label, isMajor }) => ({
        kind: 'text',
        text: label,
        x: place,
        y,
        colour: isMajor ? palette.textSecondary : palette.textMuted,
        align: 'center',
        isStrong: isMajor,
      })),
  };
}

/** Lines behind a pane: across at its values, down at the times. */
export function gridLayer(
  { palette, pixelRatio }: Stage,
  rect: Rect,
  scale: ValueScale,
  values: readonly number[],
  times: readonly number[],
): Layer {
  const snap = snapTo(pixelRatio);
  const pixel = 1 / pixelRatio;
  return {
    kind: 'path',
    fill: palette.border,
    opacity: GRID_OPACITY,
    trace(sink) {
      for (const value of values) sink.rect(rect.x, snap(scale.y(value)), rect.width, pixel);
      for (const x of times) sink.rect(snap(x), rect.y, pixel, rect.height);
    },
  };
}

/** The frame of a pane: a line at its right and one below. */
export function frameLayer({ palette, pixelRatio }: Stage, rect: Rect): Layer {
  const pixel = 1 / pixelRatio;
  return {
    kind: 'path',
    fill: palette.border,
    trace(sink) {
      sink.rect(rect.x + rect.width, rect.y, pixel, rect.height + pixel);
      sink.rect(rect.x, rect.y + rect.height, rect.width, pixel);
    },
  };
}

/** How many labels a value axis has room for. */
export function labelRoom(rect: Rect, fontSize: number): number {
  return Math.max(3, Math.floor(rect.height / (fontSize * 2.8)));
}

/** Labels of values at the right of a pane; none that an edge would cut, none under the tag at `taken`, px. */
export function valueLabels(
  { palette }: Stage,
  rect: Rect,
  scale: ValueScale,
  values: readonly number[],
  label: (value: number) => string,
  taken: number | null = null,
): Layer[] {
  const half = palette.fontSize * 0.6;
  return values.flatMap((value): Layer[] => {
    const y = scale.y(value);
    const isCut = y < rect.y + half || y > rect.y + rect.height - half * 0.5;
    const isTaken = taken !== null && Math.abs(y - taken) < palette.fontSize * 1.7;
    if (isCut || isTaken) return [];
    const x = rect.x + rect.width + LABEL_GAP;
    return [{ kind: 'text', text: label(value), x, y, colour: palette.textMuted, align: 'left' }];
  });
}

/** A tag in the margin, as wide as the margin, at a place of the value axis, px. */
export function valueTag(
  { palette, width, pixelRatio }: Stage,
  rect: Rect,
  y: number,
  text: string,
  fill: string,
): Layer[] {
  const half = Math.round(palette.fontSize * 0.8);
  const middle = Math.min(rect.y + rect.height - half, Math.max(rect.y + half, y));
  const place = snapTo(pixelRatio)(middle);
  const left = rect.x + rect.width + LABEL_GAP;
  return [
    {
      kind: 'path',
      fill,
      trace: (sink) => sink.rect(left - TAG_PADDING, place - half, width - left + TAG_PADDING - 2, 2 * half),
    },
    { kind: 'text', text, x: left, y: place, colour: palette.panel, align: 'left', isStrong: true },
  ];
}

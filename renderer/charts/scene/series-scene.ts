import { numberLabel, percentLabel } from '../axes/number-label.ts';
import { logTicks, type ValueTicks, valueTicks } from '../axes/value-ticks.ts';
import { areaPath, linePath } from '../marks/line-path.ts';
import type { RowRange } from '../viewport/row-range.ts';
import { type BucketSpan, extentOf, type LineBuckets, type Viewport } from '../viewport/viewport.ts';
import { frameLayer, gridLayer, labelRoom, valueLabels } from './axis-layers.ts';
import { type Ground, sceneOf } from './ground.ts';
import { seriesStyle } from './palette.ts';
import {
  exactScale,
  type Layer,
  logScale,
  type Pane,
  type Rect,
  roomyScale,
  type Scene,
  type ValueScale,
} from './scene.ts';
import type { Stage } from './stage.ts';

/** Values as they are, on a logarithmic axis, or as change since the left edge of the view. */
export type SeriesMode = 'linear' | 'log' | 'returns';

export interface SeriesLine {
  readonly id: string;
  readonly name: string;
}

/** A part of the row axis that is set off, such as the rows that nothing was fitted to. */
export interface ShadedRange {
  readonly range: RowRange;
  readonly name: string;
}

export interface SeriesSceneOptions {
  readonly lines: readonly SeriesLine[];
  /** Id of the line that is drawn under the others, a fraction of 0 or less; null for none. */
  readonly drawdown: string | null;
  readonly shaded: readonly ShadedRange[];
  readonly mode: SeriesMode;
  readonly decimals: number;
}

const LINES = 'lines';
const DRAWDOWN = 'drawdown';
const DRAWDOWN_SHARE = 0.28;
const SHADE_OPACITY = 0.1;
const SHADE_PADDING = 6;
/** Width of a letter, in heights of a label. */
const LETTER = 0.6;

interface Part extends Ground {
  readonly options: SeriesSceneOptions;
}

/** Lines such as equity and its benchmark, and the drawdown below them. */
export function seriesScene(stage: Stage, options: SeriesSceneOptions): Scene {
  const { drawdown } = options;
  const wanted = [{ id: LINES }, ...(drawdown === null ? [] : [{ id: DRAWDOWN, share: DRAWDOWN_SHARE }])];
  return sceneOf(stage, wanted, (ground, { id, rect }) => {
    const part: Part = { ...ground, options };
    return id === DRAWDOWN && drawdown !== null ? drawdownPane(part, drawdown, rect) : linesPane(part, rect);
  });
}

/** A line as a mode shows it: in returns, what it gained since the first value in view. */
export function shownLine(line: LineBuckets, mode: SeriesMode, span: BucketSpan): LineBuckets {
  if (mode !== 'returns') return line;
  const base = firstValue(line.last, span);
  const change = (column: Float64Array) => column.map((value) => value / base - 1);
  return { min: change(line.min), max: change(line.max), last: change(line.last) };
}

function firstValue(values: Float64Array, { start, end }: BucketSpan): number {
  for (let bucket = start; bucket < end; bucket++) {
    const value = values[bucket] ?? Number.NaN;
    if (Number.isFinite(value)) return value;
  }
  return Number.NaN;
}

interface Axis {
  readonly scale: ValueScale;
  readonly ticks: ValueTicks;
  readonly label: (value: number) => string;
}

function axisOf({ palette, options }: Part, rect: Rect, low: number, high: number): Axis {
  const most = labelRoom(rect, palette.fontSize);
  if (options.mode === 'log' && high > 0) {
    const scale = logScale(low > 0 ? low : high / 1e4, high, rect);
    const ticks = logTicks(10 ** scale.low, 10 ** scale.high, most);
    return { scale, ticks, label: (value) => numberLabel(value, options.decimals) };
  }
  const scale = roomyScale(low, high, rect);
  const ticks = valueTicks(scale.low, scale.high, most);
  const label = options.mode === 'returns' ? percentLabel : (value: number) => numberLabel(value, options.decimals);
  return { scale, ticks, label };
}

function linesPane(part: Part, rect: Rect): Pane {
  const { viewport, span, x, pixelRatio, palette, options } = part;
  const lines = options.lines.flatMap(({ id }, place) => {
    const buckets = viewport.lines[id];
    return buckets ? [{ place, buckets: shownLine(buckets, options.mode, span) }] : [];
  });
  const extent = extentOf(
    lines.flatMap(({ buckets }) => [buckets.min, buckets.max]),
    span,
  ) ?? { low: 0, high: 1 };
  const { scale, ticks, label } = axisOf(part, rect, extent.low, extent.high);
  const plane = { x, y: scale.y, pixelRatio };
  const isReturns = options.mode === 'returns';
  const tickLabel = isReturns
    ? (value: number) => percentLabel(value, Math.max(0, ticks.decimals - 2))
    : (value: number) => numberLabel(value, Math.min(ticks.decimals, options.decimals));
  return {
    id: LINES,
    rect,
    scale,
    label: (value) => label(value),
    layers: [
      ...shadeLayers(part, rect),
      gridLayer(part, rect, scale, ticks.values, part.times),
      // The first line is the one that matters: it is drawn last.
      ...lines.reverse().map(
        ({ place, buckets }): Layer => ({
          kind: 'path',
          lineWidth: place === 0 ? 1.6 : 1.3,
          ...seriesStyle(palette, place),
          trace: (sink) => linePath(sink, viewport, buckets, span, plane),
        }),
      ),
      ...shadeNames(part, rect),
    ],
    outside: [frameLayer(part, rect), ...valueLabels(part, rect, scale, ticks.values, tickLabel)],
  };
}

function drawdownPane(part: Part, id: string, rect: Rect): Pane {
  const { viewport, span, x, pixelRatio, palette } = part;
  const buckets = viewport.lines[id];
  const deepest = buckets ? (extentOf([buckets.min], span)?.low ?? 0) : 0;
  const scale = exactScale(Math.min(-1e-4, deepest) * 1.12, 0, rect);
  const plane = { x, y: scale.y, pixelRatio };
  const ticks = valueTicks(scale.low, 0, labelRoom(rect, palette.fontSize));
  const label = (value: number) => percentLabel(value);
  const tickLabel = (value: number) => percentLabel(value, Math.max(0, ticks.decimals - 2));
  return {
    id: DRAWDOWN,
    rect,
    scale,
    label,
    layers: [
      ...shadeLayers(part, rect),
      gridLayer(part, rect, scale, ticks.values, part.times),
      ...(buckets ? drawdownLayers(viewport, buckets, span, plane, rect.y, palette.down) : []),
    ],
    outside: [
      frameLayer(part, rect),
      ...valueLabels(
        part,
        rect,
        scale,
        ticks.values.filter((value) => value < 0),
        tickLabel,
      ),
    ],
  };
}

function drawdownLayers(
  viewport: Viewport,
  buckets: LineBuckets,
  span: BucketSpan,
  plane: { x: (row: number) => number; y: (value: number) => number; pixelRatio: number },
  ceiling: number,
  colour: string,
): Layer[] {
  const deepest: LineBuckets = { min: buckets.min, max: buckets.min, last: buckets.min };
  return [
    {
      kind: 'path',
      fill: colour,
      opacity: 0.28,
      trace: (sink) => areaPath(sink, viewport, buckets.min, span, plane, ceiling),
    },
    { kind: 'path', stroke: colour, lineWidth: 1.1, trace: (sink) => linePath(sink, viewport, deepest, span, plane) },
  ];
}

interface Shade {
  readonly left: number;
  readonly right: number;
  readonly name: string;
}

function shadesIn({ x, options }: Part, rect: Rect): Shade[] {
  return options.shaded
    .map(({ range, name }) => ({
      left: Math.max(rect.x, x(range.from)),
      right: Math.min(rect.x + rect.width, x(range.to)),
      name,
    }))
    .filter(({ left, right }) => right > left);
}

function shadeLayers(part: Part, rect: Rect): Layer[] {
  return shadesIn(part, rect).map(({ left, right }) => ({
    kind: 'path',
    fill: part.palette.accent,
    opacity: SHADE_OPACITY,
    trace: (sink) => sink.rect(left, rect.y, right - left, rect.height),
  }));
}

/** Names of the shaded parts that are wide enough for them. */
function shadeNames(part: Part, rect: Rect): Layer[] {
  const { palette } = part;
  return shadesIn(part, rect)
    .filter(({ left, right, name }) => right - left > name.length * palette.fontSize * LETTER + 2 * SHADE_PADDING)
    .map(({ left, name }) => ({
      kind: 'text',
      text: name,
      x: left + SHADE_PADDING,
      y: rect.y + palette.fontSize,
      colour: palette.textMuted,
      align: 'left',
      halo: palette.panel,
    }));
}

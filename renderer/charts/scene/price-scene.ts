import { numberLabel, shortLabel } from '../axes/number-label.ts';
import { valueTicks } from '../axes/value-ticks.ts';
import {
  barPath,
  candlePath,
  type Direction,
  directionOf,
  hollowCandlePath,
  type Plane,
  volumePath,
} from '../marks/candle-path.ts';
import { areCounted, type FillGlyph } from '../marks/fill-glyphs.ts';
import { linePath } from '../marks/line-path.ts';
import { snapTo } from '../marks/path-sink.ts';
import { type BucketSpan, extentOf, type LineBuckets, type Viewport } from '../viewport/viewport.ts';
import { frameLayer, gridLayer, labelRoom, valueLabels, valueTag } from './axis-layers.ts';
import { type Ground, sceneOf } from './ground.ts';
import { seriesStyle } from './palette.ts';
import { exactScale, type Layer, type Pane, type Rect, roomyScale, type Scene, type ValueScale } from './scene.ts';
import type { Stage } from './stage.ts';
import { type SelectedTrade, selectedTradeLayers, tradeLayers } from './trade-layers.ts';

export type CandleStyle = 'candles' | 'hollow' | 'bars' | 'line';

/** A line over the candles, or in a pane of its own. */
export interface ChartLine {
  /** Under which the viewport has it. */
  readonly id: string;
  readonly name: string;
  /** Lines with the same name of a pane share it; over the candles without one, over the bars of the volume in `volume`. */
  readonly pane?: string;
  /** Decimals of its values. */
  readonly decimals: number;
}

export interface PriceSceneOptions {
  readonly candles: CandleStyle;
  readonly lines: readonly ChartLine[];
  /** Ids of lines that are not drawn; the others keep their colours. */
  readonly hidden: ReadonlySet<string>;
  readonly hasVolume: boolean;
  readonly hasTrades: boolean;
  readonly selected: SelectedTrade | null;
  /** Decimals of a price. */
  readonly decimals: number;
}

export interface PriceScene extends Scene {
  /** Fills that can be pointed at. */
  readonly glyphs: readonly FillGlyph[];
}

const PRICE = 'price';
const VOLUME = 'volume';
const VOLUME_SHARE = 0.13;
/** In a chart lower than this many labels, prices need the room of the volume. */
const LEAST_WITH_VOLUME = 12;
/** The labels that each pane of lines needs beside that. */
const LEAST_LINE_PANE = 8;
const LINE_PANE_SHARE = 0.18;
/** A chart has a pane of lines for each of these many labels of its height. */
const ROOM_OF_LINE_PANE = 14;
const TITLE_PADDING = 6;
/** Under the candles, for the badges of counted fills. */
const BADGE_ROOM = 26;
const VOLUME_OPACITY = 0.5;

interface Part extends Ground {
  readonly options: PriceSceneOptions;
}

/** Candles, lines, trades and volume of what is in view. */
export function priceScene(stage: Stage, options: PriceSceneOptions): PriceScene {
  const labels = stage.height / stage.palette.fontSize;
  const linePanes = linePanesOf(options, labels);
  const hasVolume = options.hasVolume && labels >= LEAST_WITH_VOLUME + linePanes.length * LEAST_LINE_PANE;
  const glyphs: FillGlyph[] = [];
  const wanted = [
    { id: PRICE },
    ...linePanes.map((pane) => ({ id: linePaneId(pane), share: LINE_PANE_SHARE })),
    ...(hasVolume ? [{ id: VOLUME, share: VOLUME_SHARE }] : []),
  ];
  const scene = sceneOf(stage, wanted, (ground, { id, rect }) => {
    const part: Part = { ...ground, options };
    if (id === PRICE) return pricePane(part, rect, glyphs);
    return id === VOLUME ? volumePane(part, rect) : linesPane(part, id, rect);
  });
  return { ...scene, glyphs };
}

/** Names of the panes beside the prices that shown lines ask for: as many as a chart of this height, in labels, has room for. */
function linePanesOf(options: PriceSceneOptions, labels: number): string[] {
  const names = new Set(shownLines(options).flatMap(({ pane }) => pane ?? []));
  if (options.hasVolume) names.delete(VOLUME);
  return [...names].slice(0, Math.max(1, Math.floor(labels / ROOM_OF_LINE_PANE)));
}

function linePaneId(pane: string): string {
  return `lines ${pane}`;
}

function shownLines({ lines, hidden }: PriceSceneOptions): ChartLine[] {
  return lines.filter(({ id }) => !hidden.has(id));
}

/** Values that a pane shows: of the lines and, over the candles, of the bars. */
function valuesIn(
  { viewport, span }: Part,
  lines: readonly ChartLine[],
  withBars: boolean,
): { low: number; high: number } {
  const columns = lines.flatMap(({ id }) => {
    const line = viewport.lines[id];
    return line ? [line.min, line.max] : [];
  });
  const bars = withBars && viewport.bars ? [viewport.bars.low, viewport.bars.high] : [];
  return extentOf([...columns, ...bars], span) ?? { low: 0, high: 1 };
}

function pricePane(part: Part, rect: Rect, glyphs: FillGlyph[]): Pane {
  const { viewport, range, palette, options, x, pixelRatio } = part;
  const lines = shownLines(options).filter((line) => line.pane === undefined);
  const { low, high } = valuesIn(part, lines, true);
  const isCounted = options.hasTrades && areCounted(viewport.markers, range);
  const scale = roomyScale(low, high, rect, isCounted ? BADGE_ROOM : 0);
  const plane: Plane = { x, y: scale.y, pixelRatio };
  const ticks = valueTicks(scale.low, scale.high, labelRoom(rect, palette.fontSize));
  const decimals = Math.min(options.decimals, Math.max(ticks.decimals, 0));
  const last = lastPrice(part, rect, scale);
  const trades = options.hasTrades ? tradeLayers(part, rect, plane, isCounted) : { layers: [], glyphs: [] };
  glyphs.push(...trades.glyphs);
  return {
    id: PRICE,
    rect,
    scale,
    label: (value) => numberLabel(value, options.decimals),
    layers: [
      gridLayer(part, rect, scale, ticks.values, part.times),
      ...barLayers(part, plane),
      ...lineLayers(part, lines, plane),
      ...(last?.inside ?? []),
      ...trades.layers,
      ...(options.selected ? selectedTradeLayers(part, rect, plane, options.selected) : []),
    ],
    outside: [
      frameLayer(part, rect),
      ...valueLabels(part, rect, scale, ticks.values, (value) => numberLabel(value, decimals), last?.y ?? null),
      ...(last?.outside ?? []),
    ],
  };
}

function barLayers({ viewport, span, palette, options }: Part, plane: Plane): Layer[] {
  const { bars } = viewport;
  if (bars === null) return [];
  if (options.candles === 'line') {
    const close: LineBuckets = { min: bars.close, max: bars.close, last: bars.close };
    return [
      {
        kind: 'path',
        stroke: palette.text,
        lineWidth: 1.4,
        trace: (sink) => linePath(sink, viewport, close, span, plane),
      },
    ];
  }
  return (['up', 'down'] as const).map((direction) => {
    const path = pathOf(options.candles, direction);
    return { kind: 'path', fill: palette[direction], trace: (sink) => path(sink, viewport, span, plane, direction) };
  });
}

function pathOf(style: CandleStyle, direction: Direction) {
  if (style === 'bars') return barPath;
  return style === 'hollow' && direction === 'up' ? hollowCandlePath : candlePath;
}

function lineLayers({ viewport, span, palette, options }: Part, lines: readonly ChartLine[], plane: Plane): Layer[] {
  return lines.flatMap((line): Layer[] => {
    const buckets = viewport.lines[line.id];
    if (buckets === undefined) return [];
    const style = seriesStyle(palette, options.lines.indexOf(line));
    // Strokes from lowest to highest would hide the candles behind them.
    const lineWidth = viewport.rowsPerBucket === 1 ? 1.4 : 1;
    return [{ kind: 'path', lineWidth, ...style, trace: (sink) => linePath(sink, viewport, buckets, span, plane) }];
  });
}

/** The last price in view: a dotted line across and a tag at the axis. */
function lastPrice(part: Part, rect: Rect, scale: ValueScale): { y: number; inside: Layer[]; outside: Layer[] } | null {
  const { viewport, span, palette, options, pixelRatio } = part;
  const bucket = lastWithPrice(viewport, span);
  if (viewport.bars === null || bucket === null) return null;
  const price = viewport.bars.close[bucket] ?? Number.NaN;
  const y = scale.y(price);
  const colour = palette[directionOf(viewport.bars, bucket)];
  const line = snapTo(pixelRatio)(y) + 0.5 / pixelRatio;
  return {
    y,
    inside: [
      {
        kind: 'path',
        stroke: colour,
        dash: [2, 3],
        opacity: 0.8,
        trace(sink) {
          sink.moveTo(rect.x, line);
          sink.lineTo(rect.x + rect.width, line);
        },
      },
    ],
    outside: valueTag(part, rect, y, numberLabel(price, options.decimals), colour),
  };
}

function lastWithPrice({ bars }: Viewport, { start, end }: BucketSpan): number | null {
  for (let bucket = end - 1; bucket >= start; bucket--) {
    if (Number.isFinite(bars?.close[bucket])) return bucket;
  }
  return null;
}

function volumePane(part: Part, rect: Rect): Pane {
  const { viewport, span, palette, options, x, pixelRatio } = part;
  const lines = shownLines(options).filter((line) => line.pane === VOLUME);
  const volume = viewport.bars ? extentOf([viewport.bars.volume], span) : null;
  const scale = exactScale(0, (volume?.high ?? 1) * 1.08, rect);
  const plane: Plane = { x, y: scale.y, pixelRatio };
  const floor = snapTo(pixelRatio)(rect.y + rect.height);
  const tick = valueTicks(0, scale.high, 2)
    .values.filter((value) => value > 0)
    .slice(-1);
  return {
    id: VOLUME,
    rect,
    scale,
    label: shortLabel,
    layers: [
      gridLayer(part, rect, scale, tick, part.times),
      ...(['up', 'down'] as const).map(
        (direction): Layer => ({
          kind: 'path',
          fill: palette[direction],
          opacity: VOLUME_OPACITY,
          trace: (sink) => volumePath(sink, viewport, span, plane, direction, floor),
        }),
      ),
      ...lineLayers(part, lines, plane),
    ],
    outside: [frameLayer(part, rect), ...valueLabels(part, rect, scale, tick, shortLabel)],
  };
}

function linesPane(part: Part, id: string, rect: Rect): Pane {
  const { palette, x, pixelRatio, options } = part;
  const lines = shownLines(options).filter(({ pane }) => pane !== undefined && linePaneId(pane) === id);
  const { low, high } = valuesIn(part, lines, false);
  const scale = roomyScale(low, high, rect);
  const ticks = valueTicks(scale.low, scale.high, labelRoom(rect, palette.fontSize));
  const decimals = Math.max(...lines.map((line) => line.decimals));
  return {
    id,
    rect,
    scale,
    label: (value) => numberLabel(value, decimals),
    layers: [
      gridLayer(part, rect, scale, ticks.values, part.times),
      ...lineLayers(part, lines, { x, y: scale.y, pixelRatio }),
      titleLayer(part, rect, lines[0]?.pane ?? ''),
    ],
    outside: [
      frameLayer(part, rect),
      ...valueLabels(part, rect, scale, ticks.values, (value) => numberLabel(value, ticks.decimals)),
    ],
  };
}

function titleLayer({ palette }: Part, rect: Rect, text: string): Layer {
  return {
    kind: 'text',
    text,
    x: rect.x + TITLE_PADDING,
    y: rect.y + palette.fontSize,
    colour: palette.textMuted,
    align: 'left',
    halo: palette.panel,
  };
}

import { shortLabel } from '../axes/number-label.ts';
import type { Plane } from '../marks/candle-path.ts';
import {
  type FillGlyph,
  type FillPlane,
  layoutBadges,
  layoutFills,
  ringPath,
  type TradeLine,
  trianglePath,
} from '../marks/fill-glyphs.ts';
import { bucketAt, endOfBucket, type Viewport } from '../viewport/viewport.ts';
import type { Palette } from './palette.ts';
import type { Layer, Rect } from './scene.ts';
import type { Stage } from './stage.ts';

/** A trade that is drawn in full, however many others there are. */
export interface SelectedTrade {
  readonly trade: number;
  /** 1 long, −1 short. */
  readonly side: number;
  readonly entryRow: number;
  readonly entryPrice: number;
  /** Null while it is open. */
  readonly exit: { readonly row: number; readonly price: number; readonly pnl: number } | null;
  readonly stop?: number;
  readonly target?: number;
}

const TRIANGLE = 8;
const RING = 4.5;
/** Width of a digit, in heights of a label. */
const DIGIT = 0.64;

/** Fills in view: glyphs, or badges where there are too many. */
export function tradeLayers(
  stage: Stage,
  rect: Rect,
  plane: Plane,
  isCounted: boolean,
): { layers: Layer[]; glyphs: FillGlyph[] } {
  const { viewport, range, palette } = stage;
  if (isCounted) return { layers: badgeLayers(stage, rect, plane), glyphs: [] };
  const { glyphs, lines } = layoutFills(viewport.markers, range, fillPlane(viewport, plane));
  const entries = glyphs.filter(({ shape }) => shape !== 'exit');
  const layers: Layer[] = [
    ...[true, false].map(
      (isWin): Layer => ({
        kind: 'path',
        stroke: isWin ? palette.up : palette.down,
        lineWidth: 1.3,
        dash: [4, 3],
        trace: (sink) => {
          for (const line of lines) if (line.isWin === isWin) between(line)(sink);
        },
      }),
    ),
    {
      kind: 'path',
      fill: palette.text,
      stroke: palette.panel,
      lineWidth: 1,
      trace: (sink) => {
        for (const glyph of entries) trianglePath(sink, glyph, TRIANGLE);
      },
    },
    ...[true, false].map((isWin) =>
      ringLayer(
        palette,
        glyphs.filter((glyph) => glyph.shape === 'exit' && glyph.isWin === isWin),
        isWin,
      ),
    ),
  ];
  return { layers, glyphs };
}

const between =
  ({
    fromX,
    fromY,
    toX,
    toY,
  }: TradeLine): ((sink: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }) => void) =>
  (sink) => {
    sink.moveTo(fromX, fromY);
    sink.lineTo(toX, toY);
  };

function ringLayer(palette: Palette, glyphs: readonly Pick<FillGlyph, 'x' | 'y'>[], isWin: boolean, width = 2): Layer {
  return {
    kind: 'path',
    fill: palette.panel,
    stroke: isWin ? palette.up : palette.down,
    lineWidth: width,
    trace: (sink) => {
      for (const glyph of glyphs) ringPath(sink, glyph, RING);
    },
  };
}

function badgeLayers({ viewport, range, palette }: Stage, rect: Rect, plane: Plane): Layer[] {
  const height = Math.round(palette.fontSize * 1.6);
  const top = rect.y + rect.height - height - 4;
  return layoutBadges(viewport.markers, range, plane.x, rect.width).flatMap(({ x, bought, sold, pnl }): Layer[] => {
    const text = `▲${shortLabel(bought)} ▼${shortLabel(sold)} ${pnl >= 0 ? '+' : '−'}`;
    const width = Math.round(text.length * palette.fontSize * DIGIT) + 8;
    const left = Math.round(x - width / 2);
    const colour = pnl >= 0 ? palette.up : palette.down;
    return [
      {
        kind: 'path',
        fill: palette.raised,
        stroke: palette.border,
        trace: (sink) => sink.rect(left + 0.5, top + 0.5, width, height),
      },
      { kind: 'text', text, x: left + width / 2, y: top + height / 2, colour, align: 'center' },
    ];
  });
}

/** The edges of the candle at a row, so that glyphs stand beside it. */
function fillPlane(viewport: Viewport, { x, y }: Plane): FillPlane {
  const edge = (column: Float64Array | undefined) => (row: number) => {
    const bucket = bucketAt(viewport, row);
    const isInside = bucket >= 0 && row < endOfBucket(viewport, bucket);
    return isInside ? y(column?.[bucket] ?? Number.NaN) : Number.NaN;
  };
  return { x, y, top: edge(viewport.bars?.high), bottom: edge(viewport.bars?.low) };
}

/** The selected trade: a band over its bars, the way from entry to exit, its stop and its target. */
export function selectedTradeLayers(
  { viewport, range, palette }: Stage,
  rect: Rect,
  plane: Plane,
  trade: SelectedTrade,
): Layer[] {
  const { entryRow, entryPrice, exit, side } = trade;
  const fromX = plane.x(entryRow + 0.5);
  const toX = exit ? plane.x(exit.row + 0.5) : plane.x(Math.min(range.to, viewport.totalRows));
  const isWin = exit === null || exit.pnl >= 0;
  const colour = exit === null ? palette.textSecondary : isWin ? palette.up : palette.down;
  const edges = fillPlane(viewport, plane);
  const beside = side > 0 ? edges.bottom(entryRow) + 5 : edges.top(entryRow) - 5;
  const tip = { x: fromX, y: Number.isNaN(beside) ? plane.y(entryPrice) : beside };
  const level = (price: number | undefined, stroke: string): Layer[] =>
    price === undefined
      ? []
      : [
          {
            kind: 'path',
            stroke,
            dash: [6, 3],
            trace: (sink) => between({ fromX, toX, fromY: plane.y(price), toY: plane.y(price), isWin })(sink),
          },
        ];
  return [
    {
      kind: 'path',
      fill: palette.accent,
      opacity: 0.12,
      trace: (sink) => sink.rect(Math.min(fromX, toX) - 3, rect.y, Math.abs(toX - fromX) + 6, rect.height),
    },
    ...level(trade.stop, palette.down),
    ...level(trade.target, palette.up),
    {
      kind: 'path',
      stroke: colour,
      lineWidth: 2,
      trace: between({
        fromX,
        fromY: plane.y(entryPrice),
        toX,
        toY: exit ? plane.y(exit.price) : plane.y(entryPrice),
        isWin,
      }),
    },
    {
      kind: 'path',
      fill: palette.accent,
      stroke: palette.panel,
      trace: (sink) => trianglePath(sink, { ...tip, shape: side > 0 ? 'buy' : 'sell' }, TRIANGLE + 3),
    },
    ...(exit ? [ringLayer(palette, [{ x: toX, y: plane.y(exit.price) }], isWin, 3)] : []),
  ];
}

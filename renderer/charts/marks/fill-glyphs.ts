import type { RowRange } from '../viewport/row-range.ts';
import type { FillCounts, Fills, Markers } from '../viewport/viewport.ts';
import type { PathSink } from './path-sink.ts';

/** More fills than these in view are counted instead of drawn. */
export const MOST_GLYPHS = 300;

/** A fill on the screen, px. */
export interface FillGlyph {
  readonly x: number;
  readonly y: number;
  readonly fill: number;
  readonly trade: number;
  readonly shape: 'buy' | 'sell' | 'exit';
  /** Of an exit: it closed with a profit or at cost. */
  readonly isWin: boolean;
}

/** From the entry of a trade to its exit, px. */
export interface TradeLine {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly isWin: boolean;
}

/** Fills of a part of the view, counted. */
export interface FillBadge {
  /** Its middle, px. */
  readonly x: number;
  readonly bought: number;
  readonly sold: number;
  /** Net profit of the trades that were closed there. */
  readonly pnl: number;
}

/** Where fills are on the screen: the row axis, the price axis, and the edges of the candle at a row. */
export interface FillPlane {
  readonly x: (row: number) => number;
  readonly y: (price: number) => number;
  /** Top and bottom of the candle that holds a row, px; NaN without one. */
  readonly top: (row: number) => number;
  readonly bottom: (row: number) => number;
}

/** Between a candle and the triangle beside it. */
const GAP = 5;
/** Width that a badge takes. */
const BADGE_WIDTH = 96;

/** Fills in view, those that came counted included. */
export function countFills(markers: readonly Markers[], range: RowRange): { fills: number; isCounted: boolean } {
  let fills = 0;
  let isCounted = false;
  for (const part of markers) {
    const rows = part.kind === 'fills' ? part.row : part.firstRow;
    for (let index = 0; index < rows.length; index++) {
      if (!isIn(middleOf(part, index), range)) continue;
      if (part.kind === 'fills') fills++;
      else {
        fills += (part.bought[index] ?? 0) + (part.sold[index] ?? 0);
        isCounted = true;
      }
    }
  }
  return { fills, isCounted };
}

/** True when fills are to be counted in badges: they are too many, or the source counted them already. */
export function areCounted(markers: readonly Markers[], range: RowRange): boolean {
  const { fills, isCounted } = countFills(markers, range);
  return isCounted || fills > MOST_GLYPHS;
}

/**
 * Entries as triangles beside the candle (below for a purchase, above for a sale), exits as rings at their price, and
 * a line between the two. A line is also drawn when only one of its ends is in view.
 */
export function layoutFills(
  markers: readonly Markers[],
  range: RowRange,
  plane: FillPlane,
): { glyphs: FillGlyph[]; lines: TradeLine[] } {
  const glyphs: FillGlyph[] = [];
  const lines: TradeLine[] = [];
  const entries = new Map<number, { row: number; price: number }>();
  for (const part of markers) {
    if (part.kind !== 'fills') continue;
    for (let index = 0; index < part.row.length; index++) {
      const row = part.row[index] ?? 0;
      const price = part.price[index] ?? Number.NaN;
      const trade = part.trade[index] ?? -1;
      const isExit = part.isExit[index] === 1;
      const isInView = isIn(row + 0.5, range);
      const x = plane.x(row + 0.5);
      if (isExit) {
        const isWin = (part.pnl[index] ?? 0) >= 0;
        const entry = entries.get(trade);
        if (entry !== undefined && (isInView || isIn(entry.row + 0.5, range) || spans(entry.row, row, range))) {
          const fromX = plane.x(entry.row + 0.5);
          lines.push({ fromX, fromY: plane.y(entry.price), toX: x, toY: plane.y(price), isWin });
        }
        if (isInView) glyphs.push({ ...named(part, index), x, y: plane.y(price), shape: 'exit', isWin });
        continue;
      }
      if (trade >= 0) entries.set(trade, { row, price });
      if (!isInView) continue;
      const isBuy = (part.side[index] ?? 0) > 0;
      const edge = isBuy ? plane.bottom(row) : plane.top(row);
      const beside = Number.isNaN(edge) ? plane.y(price) : edge;
      const y = isBuy ? beside + GAP : beside - GAP;
      glyphs.push({ ...named(part, index), x, y, shape: isBuy ? 'buy' : 'sell', isWin: false });
    }
  }
  return { glyphs, lines };
}

const named = (part: Fills, index: number) => ({ fill: part.fill[index] ?? -1, trade: part.trade[index] ?? -1 });

/** Counts of fills in columns that are wide enough for a badge each; empty columns have none. */
export function layoutBadges(
  markers: readonly Markers[],
  range: RowRange,
  x: (row: number) => number,
  width: number,
): FillBadge[] {
  const columns = Math.max(1, Math.floor(width / BADGE_WIDTH));
  const left = x(range.from);
  const columnWidth = width / columns;
  const counts = Array.from({ length: columns }, () => ({ bought: 0, sold: 0, pnl: 0 }));
  for (const part of markers) {
    const length = part.kind === 'fills' ? part.row.length : part.firstRow.length;
    for (let index = 0; index < length; index++) {
      const middle = middleOf(part, index);
      if (!isIn(middle, range)) continue;
      const column = counts[Math.min(columns - 1, Math.floor((x(middle) - left) / columnWidth))];
      if (column === undefined) continue;
      const { bought, sold } = sides(part, index);
      column.bought += bought;
      column.sold += sold;
      column.pnl += part.pnl[index] || 0;
    }
  }
  return counts
    .map((count, column) => ({ ...count, x: left + (column + 0.5) * columnWidth }))
    .filter(({ bought, sold }) => bought + sold > 0);
}

function sides(part: Fills | FillCounts, index: number): { bought: number; sold: number } {
  if (part.kind === 'counts') return { bought: part.bought[index] ?? 0, sold: part.sold[index] ?? 0 };
  return (part.side[index] ?? 0) > 0 ? { bought: 1, sold: 0 } : { bought: 0, sold: 1 };
}

function middleOf(part: Markers, index: number): number {
  if (part.kind === 'fills') return (part.row[index] ?? 0) + 0.5;
  return (part.firstRow[index] ?? 0) + (part.rows[index] ?? 0) / 2;
}

function isIn(place: number, { from, to }: RowRange): boolean {
  return place >= from && place < to;
}

function spans(first: number, last: number, { from, to }: RowRange): boolean {
  return first <= from && last >= to;
}

/** The glyph under the pointer: the nearest one no farther away than `reach`, px. */
export function glyphAt(glyphs: readonly FillGlyph[], x: number, y: number, reach: number): FillGlyph | null {
  let best: FillGlyph | null = null;
  let nearest = reach;
  for (const glyph of glyphs) {
    const distance = Math.hypot(glyph.x - x, glyph.y - y);
    if (distance > nearest) continue;
    best = glyph;
    nearest = distance;
  }
  return best;
}

/** A triangle whose tip is at the glyph: it points up for a purchase, down for a sale. */
export function trianglePath(
  sink: PathSink,
  { x, y, shape }: Pick<FillGlyph, 'x' | 'y' | 'shape'>,
  size: number,
): void {
  const base = shape === 'sell' ? y - size : y + size;
  sink.moveTo(x, y);
  sink.lineTo(x - size * 0.62, base);
  sink.lineTo(x + size * 0.62, base);
  sink.closePath();
}

export function ringPath(sink: PathSink, { x, y }: Pick<FillGlyph, 'x' | 'y'>, radius: number): void {
  sink.moveTo(x + radius, y);
  sink.arc(x, y, radius, 0, Math.PI * 2);
}

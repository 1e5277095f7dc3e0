/**
 * The part of the row axis that a chart shows. Bar `i` takes the place from `i` to `i + 1`, so that its middle is at
 * `i + 0.5`; both ends may lie between bars.
 */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Nothing closer than ten bars: a chart of fewer says nothing. */
const FEWEST_ROWS = 10;
/** Empty part of the view behind the last bar, so that it doesn't stick to the axis. */
const BLANK = 0.025;
/** A trade that is brought into view keeps this part of the view free on both sides. */
const MARGIN = 0.1;

export function spanOf(range: RowRange): number {
  return range.to - range.from;
}

/** All rows of a series and the blank behind them. */
export function fullRange(rows: number): RowRange {
  return { from: 0, to: Math.max(1, rows) / (1 - BLANK) };
}

/** The last `count` rows of a series and the blank behind them. */
export function lastRows(rows: number, count: number): RowRange {
  const span = count / (1 - BLANK);
  return clampRange({ from: rows - count, to: rows - count + span }, rows);
}

/** The nearest range that a series of `rows` bars can show: neither before the first bar nor past the blank. */
export function clampRange(range: RowRange, rows: number): RowRange {
  const full = spanOf(fullRange(rows));
  const span = Math.min(full, Math.max(Math.min(FEWEST_ROWS, full), spanOf(range)));
  const last = Math.max(0, rows - span * (1 - BLANK));
  const from = Math.min(last, Math.max(0, range.from));
  return { from, to: from + span };
}

/** Zooms by a factor (below 1 comes closer) while the row `at` stays where it is on the screen. */
export function zoomRange(range: RowRange, factor: number, at: number, rows: number): RowRange {
  const share = (at - range.from) / spanOf(range);
  const { from, to } = clampRange({ from: 0, to: spanOf(range) * factor }, rows);
  const span = to - from;
  return clampRange({ from: at - share * span, to: at + (1 - share) * span }, rows);
}

export function panRange(range: RowRange, by: number, rows: number): RowRange {
  return clampRange({ from: range.from + by, to: range.to + by }, rows);
}

/** The same span with a bar in the middle. */
export function centreRange(range: RowRange, row: number, rows: number): RowRange {
  return panRange(range, row + 0.5 - (range.from + range.to) / 2, rows);
}

/** The least change that shows the bars `first` to `last` with a margin: none, a pan, or a wider view. */
export function revealRange(range: RowRange, first: number, last: number, rows: number): RowRange {
  const span = spanOf(range);
  const margin = span * MARGIN;
  const isInside = first >= range.from + margin && last + 1 <= range.to - margin;
  if (isInside) return range;
  const needed = (last + 1 - first) / (1 - 2 * MARGIN);
  const centre = (first + last + 1) / 2;
  const wide = Math.max(span, needed);
  return clampRange({ from: centre - wide / 2, to: centre + wide / 2 }, rows);
}

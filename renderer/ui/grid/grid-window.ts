/** What a grid shows and how it scrolls, all in px. */
export interface GridView {
  rowCount: number;
  rowHeight: number;
  scrollTop: number;
  /** Of the rows that are in sight. */
  height: number;
}

export interface GridWindow {
  /** The first row to draw, and the one after the last. */
  first: number;
  end: number;
  /** Where the first row stands, from the top of all rows. */
  top: number;
  /** Of all rows. */
  fullHeight: number;
}

/** Browsers lay nothing out beyond some 33 million px: more rows than fit there share this height. */
const TALLEST = 16_000_000;
/** Rows drawn beyond the edges, so that scrolling shows no gap. */
const SPARE_ROWS = 6;

/** The rows to draw. However many there are, it costs the same. */
export function gridWindow(view: GridView): GridWindow {
  const { rowCount, rowHeight, scrollTop, height } = view;
  if (rowHeight <= 0) return { first: 0, end: 0, top: 0, fullHeight: 0 };
  const fullHeight = Math.min(rowCount * rowHeight, TALLEST);
  const above = scrollTop * shrinkage(view);
  const first = clamp(Math.floor(above / rowHeight) - SPARE_ROWS, 0, rowCount);
  const end = clamp(Math.ceil((above + height) / rowHeight) + SPARE_ROWS, first, rowCount);
  return { first, end, top: scrollTop + first * rowHeight - above, fullHeight };
}

/** Where to scroll so that a row is in sight; stays where it is when it already is. */
export function scrollTopShowing(row: number, view: GridView): number {
  const { rowHeight, scrollTop, height } = view;
  const shrunk = shrinkage(view);
  const above = scrollTop * shrunk;
  const highest = (row + 1) * rowHeight - height;
  const lowest = row * rowHeight;
  if (above >= highest && above <= lowest) return scrollTop;
  return Math.max(0, above > lowest ? lowest : highest) / shrunk;
}

/** How many px of rows one px of scrolling passes: 1 unless there are more rows than a browser can lay out. */
function shrinkage({ rowCount, rowHeight, height }: GridView): number {
  const full = rowCount * rowHeight;
  return full <= TALLEST ? 1 : (full - height) / (TALLEST - height);
}

const clamp = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n));

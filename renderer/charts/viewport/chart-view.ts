import { centreRange, clampRange, fullRange, panRange, type RowRange, revealRange, zoomRange } from './row-range.ts';

/** What linked charts have in common: the rows in view and the row under the crosshair. */
export interface ChartView {
  rows(): number;
  /** The same object until the view moves. */
  range(): RowRange;
  /** The row that is pointed at in any of the linked charts; null while none is. */
  crosshair(): number | null;
  /** Tells that the series has another length; the view moves only if it has to. */
  setRows(rows: number): void;
  show(range: RowRange): void;
  /** Zooms by a factor, below 1 closer, around a row or the middle of the view. */
  zoom(factor: number, at?: number): void;
  pan(rows: number): void;
  /** All rows. */
  reset(): void;
  goTo(row: number): void;
  /** Brings the bars `first` to `last` into view with the least movement. */
  reveal(first: number, last: number): void;
  point(row: number | null): void;
  subscribe(listener: () => void): () => void;
}

/** @param initial the rows in view at first; all of them unless given */
export function createChartView(rowCount: number, initial?: RowRange): ChartView {
  const listeners = new Set<() => void>();
  let rows = rowCount;
  let range = clampRange(initial ?? fullRange(rowCount), rowCount);
  let crosshair: number | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const move = (next: RowRange) => {
    if (next.from === range.from && next.to === range.to) return;
    range = next;
    tell();
  };
  return {
    rows: () => rows,
    range: () => range,
    crosshair: () => crosshair,
    setRows(count) {
      if (count === rows) return;
      rows = count;
      range = clampRange(range, rows);
      tell();
    },
    show: (next) => move(clampRange(next, rows)),
    zoom: (factor, at = (range.from + range.to) / 2) => move(zoomRange(range, factor, at, rows)),
    pan: (by) => move(panRange(range, by, rows)),
    reset: () => move(fullRange(rows)),
    goTo: (row) => move(centreRange(range, row, rows)),
    reveal: (first, last) => move(revealRange(range, first, last, rows)),
    point(row) {
      if (row === crosshair) return;
      crosshair = row;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

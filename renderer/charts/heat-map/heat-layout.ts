export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a grid of cells lies, px: its first row at the bottom, as on any axis. */
export interface HeatLayout {
  readonly plot: Rect;
  readonly columns: number;
  readonly rows: number;
}

/** Room for labels at the left and below, in heights of a label. */
const LEFT = 5.5;
const BELOW = 1.8;

export function heatLayout(width: number, height: number, fontSize: number, columns: number, rows: number): HeatLayout {
  const left = Math.round(LEFT * fontSize);
  const below = Math.round(BELOW * fontSize);
  const plot = { x: left, y: 0, width: Math.max(1, width - left), height: Math.max(1, height - below) };
  return { plot, columns, rows };
}

/** The rectangle of a cell, without gaps to its neighbours. */
export function rectOfCell({ plot, columns, rows }: HeatLayout, cell: number): Rect {
  const column = cell % columns;
  const row = rows - 1 - Math.floor(cell / columns);
  const x = plot.x + (column * plot.width) / columns;
  const y = plot.y + (row * plot.height) / rows;
  return { x, y, width: plot.width / columns, height: plot.height / rows };
}

/** The cell at a point; null beside the plot. */
export function cellAt({ plot, columns, rows }: HeatLayout, x: number, y: number): number | null {
  const column = Math.floor(((x - plot.x) / plot.width) * columns);
  const row = rows - 1 - Math.floor(((y - plot.y) / plot.height) * rows);
  if (column < 0 || column >= columns || row < 0 || row >= rows) return null;
  return row * columns + column;
}

/** The cell that an arrow key, Home or End leads to; null where the key means nothing. */
export function cellAfterKey(key: string, cell: number, columns: number, rows: number): number | null {
  const column = cell % columns;
  const row = Math.floor(cell / columns);
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? cell - 1 : cell;
    case 'ArrowRight':
      return column < columns - 1 ? cell + 1 : cell;
    case 'ArrowUp':
      return row < rows - 1 ? cell + columns : cell;
    case 'ArrowDown':
      return row > 0 ? cell - columns : cell;
    case 'Home':
      return row * columns;
    case 'End':
      return row * columns + columns - 1;
    default:
      return null;
  }
}

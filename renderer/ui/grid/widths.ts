/** Widths that were set by hand, px at a text scale of 1, by column. */
export type SetWidths = Readonly<Record<string, number>>;

const NARROWEST = 40;

/** The columns as a CSS grid template: those without a set width share what is left over. */
export function columnsTemplate(columns: readonly { id: string; width: number }[], set: SetWidths): string {
  return columns
    .map(({ id, width }) => {
      const own = set[id];
      return own === undefined ? `minmax(${inRem(width)}, ${width}fr)` : inRem(own);
    })
    .join(' ');
}

/** The least width of a row, as a CSS length. */
export function leastWidth(columns: readonly { id: string; width: number }[], set: SetWidths): string {
  return inRem(columns.reduce((sum, { id, width }) => sum + (set[id] ?? width), 0));
}

/** The widths after one column was made wider by some px; no column gets too narrow to be found again. */
export function resized(widths: SetWidths, column: string, by: number): SetWidths {
  return { ...widths, [column]: Math.max(NARROWEST, Math.round((widths[column] ?? NARROWEST) + by)) };
}

const inRem = (px: number) => `${px / 16}rem`;

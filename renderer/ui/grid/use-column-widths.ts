import { type RefObject, useState } from 'react';
import { resized, type SetWidths } from './widths.ts';

/** Widths of columns as they are set by hand; from the first change on all columns keep theirs. */
export function useColumnWidths(header: RefObject<HTMLElement | null>, columns: readonly { id: string }[]) {
  const [widths, setWidths] = useState<SetWidths>({});
  return {
    widths,
    /** The widths as they are drawn, px at a text scale of 1. */
    drawnWidths(): SetWidths {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      const cells = Array.from(header.current?.children ?? []);
      return Object.fromEntries(
        columns.map(({ id }, place) => [id, (cells[place]?.getBoundingClientRect().width ?? 0) / rem]),
      );
    },
    /** Makes a column wider than it was in `from` by some px on the screen. */
    resize(from: SetWidths, column: string, by: number) {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      setWidths(resized(from, column, by / rem));
    },
    reset: () => setWidths({}),
  };
}
export type ColumnWidths = ReturnType<typeof useColumnWidths>;

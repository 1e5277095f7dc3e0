import { useRef } from 'react';
import styles from './DataGrid.module.css';
import type { ColumnWidths } from './use-column-widths.ts';
import type { SetWidths } from './widths.ts';

/** The edge of a column, to be dragged; a double click gives all columns their own widths back. */
export function GridResizer({ column, widths }: { column: string; widths: ColumnWidths }) {
  const start = useRef<{ x: number; widths: SetWidths } | null>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; keys change the width from the head
    <span
      className={styles.resizer}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, widths: widths.drawnWidths() };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) widths.resize(start.current.widths, column, event.clientX - start.current.x);
      }}
      onLostPointerCapture={() => {
        start.current = null;
      }}
      onDoubleClick={widths.reset}
    />
  );
}

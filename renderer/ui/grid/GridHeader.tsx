import clsx from 'clsx';
import { type KeyboardEvent, type Ref, useState } from 'react';
import type { GridColumn, GridSort } from './column.ts';
import styles from './DataGrid.module.css';
import { GridHeaderCell } from './GridHeaderCell.tsx';
import type { ColumnWidths } from './use-column-widths.ts';

const KEY_STEP = 8;

/**
 * The heads of the columns: one stop of the Tab key, arrow keys move between them, with Shift they change the width.
 */
export function GridHeader<Row>({
  ref,
  columns,
  sort,
  onSort,
  widths,
}: {
  ref: Ref<HTMLTableRowElement>;
  columns: readonly GridColumn<Row>[];
  sort: GridSort | null;
  onSort: ((sort: GridSort) => void) | undefined;
  widths: ColumnWidths;
}) {
  const [current, setCurrent] = useState(0);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const column = columns[current];
    if (by === 0 || column === undefined) return;
    event.preventDefault();
    if (event.shiftKey) {
      widths.resize(widths.drawnWidths(), column.id, by * KEY_STEP);
      return;
    }
    const next = Math.min(columns.length - 1, Math.max(0, current + by));
    setCurrent(next);
    event.currentTarget.closest('thead')?.querySelectorAll<HTMLElement>('[data-head]')[next]?.focus();
  };
  return (
    <thead className={styles.head}>
      <tr ref={ref} className={clsx(styles.row, styles.headRow)} aria-rowindex={1}>
        {columns.map((column, place) => (
          <GridHeaderCell
            key={column.id}
            column={column}
            place={place}
            sort={sort}
            onSort={onSort}
            focus={{
              'data-head': '',
              tabIndex: place === current ? 0 : -1,
              onFocus: () => setCurrent(place),
              onKeyDown,
            }}
            widths={widths}
          />
        ))}
      </tr>
    </thead>
  );
}

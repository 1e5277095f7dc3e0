import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { type GridColumn, type GridSort, nextSort } from './column.ts';
import styles from './DataGrid.module.css';
import { GridResizer } from './GridResizer.tsx';
import type { ColumnWidths } from './use-column-widths.ts';

/** What makes an element the one of its head that takes the focus. */
export interface HeadFocus {
  'data-head': '';
  tabIndex: 0 | -1;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The head of one column; sorts where it can. */
export function GridHeaderCell<Row>({
  column,
  place,
  sort,
  onSort,
  focus,
  widths,
}: {
  column: GridColumn<Row>;
  place: number;
  sort: GridSort | null;
  onSort: ((sort: GridSort) => void) | undefined;
  focus: HeadFocus;
  widths: ColumnWidths;
}) {
  const { id, title, align, sortsFirst } = column;
  const direction = sort?.column === id ? sort.direction : undefined;
  const isSortable = sortsFirst !== undefined && onSort !== undefined;
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th
      className={clsx(styles.cell, styles.headCell, align === 'end' && styles.end)}
      scope="col"
      aria-colindex={place + 1}
      aria-sort={isSortable ? (direction ?? 'none') : undefined}
      {...(isSortable ? {} : focus)}
    >
      {isSortable ? (
        <button
          type="button"
          className={clsx(styles.sorter, direction !== undefined && styles.sorted)}
          onClick={() => onSort(nextSort(id, sortsFirst, sort))}
          {...focus}
        >
          <span className={styles.clipped}>{title}</span>
          {direction !== undefined && <Arrow aria-hidden />}
        </button>
      ) : (
        <span className={styles.clipped}>{title}</span>
      )}
      <GridResizer column={id} widths={widths} />
    </th>
  );
}

import clsx from 'clsx';
import { memo } from 'react';
import { Skeleton } from '../state/Skeleton.tsx';
import type { GridColumn } from './column.ts';
import styles from './DataGrid.module.css';

export interface GridRowProps<Row> {
  id: string;
  /** Undefined: on its way. */
  row: Row | undefined;
  index: number;
  /** px from the top of all rows. */
  top: number;
  columns: readonly GridColumn<Row>[];
  isSelected: boolean;
}

function PlainGridRow<Row>({ id, row, index, top, columns, isSelected }: GridRowProps<Row>) {
  return (
    <tr
      id={id}
      className={clsx(styles.row, styles.bodyRow, index % 2 === 1 && styles.odd)}
      style={{ top }}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-row={index}
    >
      {columns.map((column, place) => (
        <td
          key={column.id}
          className={clsx(styles.cell, column.align === 'end' && styles.end)}
          aria-colindex={place + 1}
        >
          {row === undefined ? (
            <Skeleton width={SKELETON_WIDTHS[(index + place) % 3] ?? '60%'} />
          ) : (
            column.cell(row, index)
          )}
        </td>
      ))}
    </tr>
  );
}

const SKELETON_WIDTHS = ['60%', '45%', '75%'];

/** A row of a DataGrid; drawn anew only when something of it changes. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;

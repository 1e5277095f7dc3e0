import type { ReactNode } from 'react';

export type SortDirection = 'ascending' | 'descending';

export interface GridSort {
  column: string;
  direction: SortDirection;
}

/** A column of a DataGrid. */
export interface GridColumn<Row> {
  id: string;
  title: string;
  /** px at a text scale of 1: the least; the columns share what is left over in proportion to it. */
  width: number;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** Its header sorts, this way first. */
  sortsFirst?: SortDirection;
  cell: (row: Row, index: number) => ReactNode;
}

/** The direction that a press on the header of a column asks for. */
export function nextSort(column: string, sortsFirst: SortDirection, sort: GridSort | null): GridSort {
  if (sort?.column !== column) return { column, direction: sortsFirst };
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

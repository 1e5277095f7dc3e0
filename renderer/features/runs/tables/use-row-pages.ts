import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type AskForPage, RowPages, type TableState } from './row-pages.ts';

export interface ShownPages<Row> extends TableState {
  pages: RowPages<Row>;
  /** Rows of the table; those of the table before while this one isn't known. */
  rowCount: number;
}

/**
 * Rows of a table, page by page.
 *
 * @param ask the same function while run, sorting and filter are the same: another one is another table
 * @param keyOf a function that doesn't change
 */
export function useRowPages<Row>(ask: AskForPage<Row>, keyOf: (row: Row) => number): ShownPages<Row> {
  const pages = useMemo(() => new RowPages(ask, keyOf), [ask, keyOf]);
  const state = useSyncExternalStore(pages.subscribe, pages.state);
  const lastTotal = useRef(0);
  useEffect(() => pages.load(0, 0), [pages]);
  useEffect(() => {
    if (state.total !== null) lastTotal.current = state.total;
  }, [state.total]);
  return { ...state, pages, rowCount: state.total ?? lastTotal.current };
}

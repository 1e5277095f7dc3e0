import clsx from 'clsx';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { ContextMenu } from '../overlay/ContextMenu.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import type { GridColumn, GridSort } from './column.ts';
import styles from './DataGrid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { rowAfterKey } from './grid-keys.ts';
import { gridWindow, scrollTopShowing } from './grid-window.ts';
import { rowOfMenu } from './row-of-menu.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useGridView } from './use-grid-view.ts';
import { columnsTemplate, leastWidth, type SetWidths } from './widths.ts';

export interface DataGridProps<Row> {
  /** Names the grid: `Trades of run 128`. */
  label: string;
  /** The same array from render to render, or all rows are drawn anew with every step of scrolling. */
  columns: readonly GridColumn<Row>[];
  rowCount: number;
  /** A row by its place; undefined while it is on its way. */
  getRow: (index: number) => Row | undefined;
  /** The rows that are drawn, `end` excluded: whoever loads in pages loads these. */
  onWindowChange?: (first: number, end: number) => void;
  sort?: GridSort | null;
  onSort?: (sort: GridSort) => void;
  selected: number | null;
  onSelect: (index: number) => void;
  /** Enter, or a double click. */
  onOpen?: (index: number) => void;
  /** What the context menu of a row offers. */
  rowMenu?: (row: Row, index: number) => readonly MenuEntry[];
  /** Nothing is known yet; says more than `rowCount` 0. */
  isLoading?: boolean;
  /** Instead of rows when there are none. */
  empty: ReactNode;
  /** An ErrorState; rows that were there before stay, dimmed. */
  error?: ReactNode;
}

/** Drawn while nothing is known. */
const PLACEHOLDER_ROWS = 12;

/**
 * A table of any length: only what is in sight is in the document. Arrow keys, Page Up and Down, Home and End move
 * the selection, Enter opens, the menu key opens the row's menu.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, getRow, selected, onSelect, onOpen, onWindowChange, rowMenu, error } = props;
  const { sort = null, onSort, isLoading = false } = props;
  const rowCount = isLoading && props.rowCount === 0 ? PLACEHOLDER_ROWS : props.rowCount;
  const scroller = useRef<HTMLTableElement>(null);
  const header = useRef<HTMLTableRowElement>(null);
  const id = useId();
  const view = useGridView(scroller, header, rowCount);
  const widths = useColumnWidths(header, columns);
  const { first, end, top, fullHeight } = gridWindow(view);

  useEffect(() => onWindowChange?.(first, end), [onWindowChange, first, end]);
  // A selection that comes from elsewhere (a chart, another sorting) is brought into sight as one by key is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it must not jump back when the person scrolls away
  useLayoutEffect(() => {
    if (selected !== null && selected < rowCount && view.rowHeight > 0) {
      scroller.current?.scrollTo({ top: scrollTopShowing(selected, view) });
    }
  }, [selected, rowCount, view.rowHeight]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && selected !== null) onOpen?.(selected);
    const next = rowAfterKey(event.key, selected, props.rowCount, Math.floor(view.height / view.rowHeight));
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
  };
  const onRow = (event: MouseEvent, act: (index: number) => void) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row !== undefined && Number(row) < props.rowCount) act(Number(row));
  };
  const isInSight = selected !== null && selected >= first && selected < end;
  const grid = (
    <table
      ref={scroller}
      className={clsx(styles.grid, error !== undefined && styles.dimmed)}
      style={gridStyle(columns, widths.widths)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in by key is a grid
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={props.rowCount + 1}
      aria-colcount={columns.length}
      aria-busy={isLoading || undefined}
      aria-activedescendant={isInSight ? `${id}-${selected}` : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => onRow(event, onSelect)}
      onDoubleClick={(event) => onRow(event, (index) => onOpen?.(index))}
      onContextMenuCapture={(event) => rowOfMenu(event, `${id}-${selected}`, onSelect)}
    >
      <GridHeader ref={header} columns={columns} sort={sort} onSort={onSort} widths={widths} />
      <tbody className={styles.body} style={{ height: fullHeight }}>
        {rowsBetween(first, end).map((index) => (
          <GridRow
            key={index}
            id={`${id}-${index}`}
            row={index < props.rowCount ? getRow(index) : undefined}
            index={index}
            top={top + (index - first) * view.rowHeight}
            columns={columns}
            isSelected={selected === index}
          />
        ))}
      </tbody>
    </table>
  );
  const menu = () => {
    const row = selected === null ? undefined : getRow(selected);
    return row === undefined || selected === null || rowMenu === undefined ? [] : rowMenu(row, selected);
  };
  return (
    <div className={styles.frame}>
      {error !== undefined && rowCount > 0 && error}
      {rowMenu === undefined ? grid : <ContextMenu entries={menu}>{grid}</ContextMenu>}
      {rowCount === 0 && <div className={styles.instead}>{error ?? props.empty}</div>}
    </div>
  );
}

const rowsBetween = (first: number, end: number) => Array.from({ length: end - first }, (_, place) => first + place);

const gridStyle = (columns: readonly { id: string; width: number }[], set: SetWidths) =>
  ({ '--columns': columnsTemplate(columns, set), '--least-width': leastWidth(columns, set) }) as CSSProperties;

import clsx from 'clsx';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import styles from './GapMapStrip.module.css';
import { cellAfterKey, type GapMap, type GapMapCell } from './gap-map.ts';

/**
 * The cells of a gap map: one stop of the Tab key. Arrow keys move through them, Page Up and Down from gap to gap.
 */
export const GapMapCells = memo(function GapMapCells({
  map,
  onShow,
  onPick,
}: {
  map: GapMap;
  /** The cell under the pointer, or with the focus. */
  onShow: (cell: GapMapCell) => void;
  onPick: (cell: GapMapCell) => void;
}) {
  const [current, setCurrent] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cellAfterKey(map, current, event.key);
    if (next === null) return;
    event.preventDefault();
    group.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={group}
      className={styles.cells}
      role="group"
      aria-label={map.unit === 'day' ? 'Days with their bars' : 'Months with their bars'}
      onKeyDown={onKeyDown}
    >
      {map.cells.map((cell, place) => (
        <button
          key={cell.time}
          type="button"
          className={clsx(styles.cell, styles[cell.fill], cell.hasGaps && styles.gap)}
          style={{ gridColumn: cell.column + 1, gridRow: cell.line + 1 }}
          tabIndex={place === current ? 0 : -1}
          aria-label={cell.words}
          data-cell={place}
          onFocus={() => {
            setCurrent(place);
            onShow(cell);
          }}
          onPointerEnter={() => onShow(cell)}
          onClick={() => onPick(cell)}
        />
      ))}
    </div>
  );
});

import type { MouseEvent } from 'react';

/**
 * Leads a context menu to a row: the row under the pointer is selected first; one asked for by key, which the browser
 * sends to the grid, is sent on to the selected row; elsewhere there is none.
 *
 * @param selectedId id of the selected row's element, which may not be there
 */
export function rowOfMenu(event: MouseEvent<HTMLElement>, selectedId: string, onSelect: (index: number) => void): void {
  const row = (event.target as Element).closest<HTMLElement>('[data-row]');
  if (row !== null) {
    onSelect(Number(row.dataset['row']));
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const selected = document.getElementById(selectedId);
  if (event.button === 2 || selected === null) return;
  const { left, bottom } = selected.getBoundingClientRect();
  const { clientX, clientY } = { clientX: left + 24, clientY: bottom };
  selected.dispatchEvent(new PointerEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
}

/**
 * The row that a key leads to; null for a key that leads nowhere.
 *
 * @param selected the row that is selected, null where none is: then the first key selects the first row, End the last
 * @param page rows in sight
 */
export function rowAfterKey(key: string, selected: number | null, rowCount: number, page: number): number | null {
  const last = rowCount - 1;
  if (last < 0) return null;
  const step = stepOf(key, last, Math.max(1, page - 1));
  if (step === null) return null;
  if (selected === null) return key === 'End' ? last : 0;
  return Math.min(last, Math.max(0, selected + step));
}

function stepOf(key: string, last: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -last;
    case 'End':
      return last;
    default:
      return null;
  }
}

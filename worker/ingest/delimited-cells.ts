import type { CellRow } from './cell-row.ts';

/** What may stand between two cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const QUOTE = 34;
const SPACE = 32;

/**
 * Splits one line at a delimiter into the cells of `row`, without quotes and surrounding spaces. A doubled quote
 * inside a quoted cell stays doubled. Sets `row.fault` when a quote isn't closed.
 */
export function splitDelimited(
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  delimiter: number,
  row: CellRow,
): void {
  row.begin(line, bytes, start, end);
  row.bytes = bytes;
  let at = start;
  for (;;) {
    while (at < end && bytes[at] === SPACE) at++;
    if (at < end && bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at + 1, end);
      if (close < 0) {
        row.fault = 'a quote is not closed';
        return;
      }
      row.addCell(at + 1, close);
      at = close + 1;
      while (at < end && bytes[at] !== delimiter) at++;
    } else {
      const first = at;
      while (at < end && bytes[at] !== delimiter) at++;
      let last = at;
      while (last > first && bytes[last - 1] === SPACE) last--;
      row.addCell(first, last);
    }
    if (at >= end) return;
    at++;
  }
}

function closingQuote(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (at + 1 < end && bytes[at + 1] === QUOTE) at++;
    else return at;
  }
  return -1;
}

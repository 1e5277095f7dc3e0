import { CellRow } from './cell-row.ts';
import { type Delimiter, splitDelimited } from './delimited-cells.ts';

const encoder = new TextEncoder();
/** The comma last: it is also a decimal mark, while the others have no other use in a table of prices. */
const CANDIDATES: readonly Delimiter[] = ['\t', ';', '|', ','];

/** The character that splits at least half of these lines into the same number of cells; a comma failing that. */
export function detectDelimiter(lines: readonly string[]): Delimiter {
  const fits = (delimiter: Delimiter): boolean => {
    const widths = lines.map((line) => cellsOf(line, delimiter).length);
    const width = mostCommon(widths);
    return width > 1 && widths.filter((each) => each === width).length * 2 >= lines.length;
  };
  return CANDIDATES.find(fits) ?? ',';
}

/** The cells of one line as text; a line with an unclosed quote has those before the quote. */
export function cellsOf(line: string, delimiter: Delimiter): string[] {
  const bytes = encoder.encode(line);
  const row = new CellRow();
  splitDelimited(bytes, 0, bytes.length, 0, delimiter.charCodeAt(0), row);
  return row.cells();
}

/** The number that occurs most often, the first of them on a tie; 0 of nothing. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  let bestCount = 0;
  for (const [value, count] of counts) {
    if (count > bestCount) {
      best = value;
      bestCount = count;
    }
  }
  return best;
}

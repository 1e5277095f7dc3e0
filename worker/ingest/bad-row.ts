/** A row of a price file that is not a bar. */
export interface BadRow {
  /** Line of a text file, row of a Parquet file, from 1. */
  line: number;
  reason: string;
  /** The row as it stands in the file, cut when it is long. */
  text: string;
}

const LONGEST_TEXT = 120;

export function badRow(line: number, reason: string, text: string): BadRow {
  return { line, reason, text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text };
}

import type { CellRow } from './cell-row.ts';
import type { SampleRow } from './column-detection.ts';
import { type Delimiter, splitDelimited } from './delimited-cells.ts';
import { cellsOf, detectDelimiter } from './delimiter.ts';
import { type Dialect, type DialectOptions, detectDialect } from './dialect.ts';
import { jsonArray, noRows } from './ingest-errors.ts';
import { cellOfValue, JsonCells, parseJsonObject } from './json-cells.ts';

export type TextFormat = 'csv' | 'jsonl';

export interface TextOptions extends DialectOptions {
  /** What the file is; told by its first character by default. */
  format?: TextFormat;
  delimiter?: Delimiter;
}

/** How a text file is read: its format, its dialect, and the splitting of a line into the cells of a row. */
export interface TextLayout {
  format: TextFormat;
  dialect: Dialect;
  split(bytes: Uint8Array, start: number, end: number, line: number, row: CellRow): void;
}

export interface SampleLine {
  line: number;
  text: string;
}

/**
 * Works out how a text file is read from its first lines that aren't blank.
 * @throws HindcastError as `detectDialect`, and when the file is empty or one JSON array.
 */
export function detectTextLayout(lines: readonly SampleLine[], options: TextOptions): TextLayout {
  const first = lines[0]?.text.trimStart() ?? '';
  if (first === '') throw noRows();
  const format = options.format ?? (first.startsWith('{') ? 'jsonl' : 'csv');
  if (first.startsWith('[')) throw jsonArray();
  return format === 'jsonl' ? jsonLayout(lines, options) : delimitedLayout(lines, options);
}

function delimitedLayout(lines: readonly SampleLine[], options: TextOptions): TextLayout {
  const delimiter = options.delimiter ?? detectDelimiter(lines.map(({ text }) => text));
  const rows = lines.map(({ line, text }): SampleRow => ({ line, cells: cellsOf(text, delimiter) }));
  const code = delimiter.charCodeAt(0);
  return {
    format: 'csv',
    dialect: detectDialect({ delimiter, header: 'in-rows', rows }, options),
    split: (bytes, start, end, line, row) => splitDelimited(bytes, start, end, line, code, row),
  };
}

function jsonLayout(lines: readonly SampleLine[], options: TextOptions): TextLayout {
  const objects = lines.map(({ line, text }) => ({ line, object: parseJsonObject(text) ?? {} }));
  const names = [...new Set(objects.flatMap(({ object }) => Object.keys(object)))];
  const rows = objects.map(
    ({ line, object }): SampleRow => ({
      line,
      cells: names.map((name) => cellOfValue(object[name])),
    }),
  );
  const cells = new JsonCells(names);
  return {
    format: 'jsonl',
    dialect: detectDialect({ delimiter: null, header: names, rows }, options),
    split: (bytes, start, end, line, row) => cells.split(bytes, start, end, line, row),
  };
}

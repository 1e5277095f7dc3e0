import { isClock, isClockDigits, isDate } from './date-detection.ts';
import type { Delimiter } from './delimited-cells.ts';
import { mostCommon } from './delimiter.ts';
import { type ColumnChoice, type ColumnPositions, columnsByName, FIELDS, plainName } from './field.ts';
import { incompletePrices, noDateColumn, noPriceColumn, unknownColumn } from './ingest-errors.ts';
import { parseNumber } from './number-cell.ts';

/** A row of the sample from which the layout of a file is worked out. */
export interface SampleRow {
  line: number;
  cells: readonly string[];
}

export type CellDelimiter = Delimiter | null;

const encoder = new TextEncoder();
/** A header may stand below a title or a web address, as in CryptoDataDownload files. */
const HEADER_WITHIN = 10;

/** The row that names the columns, or null when the file starts with data. */
export function findHeader(rows: readonly SampleRow[], choice: ColumnChoice): SampleRow | null {
  const top = rows.slice(0, HEADER_WITHIN);
  const chosen = Object.values(choice).filter((name) => typeof name === 'string' && !isPosition(name));
  const named = top.find(({ cells }) => {
    const names = cells.map(plainName);
    return chosen.length > 0 && chosen.every((name) => names.includes(plainName(String(name))));
  });
  const recognised = top.find(({ cells }) => {
    const columns = columnsByName(cells);
    return (columns.date ?? columns.time) !== undefined && (columns.close ?? columns.open) !== undefined;
  });
  const first = rows[0];
  const wordsOnly = first?.cells.every((cell) => !isNumber(cell) && !isDate(cell)) ? first : undefined;
  return named ?? recognised ?? wordsOnly ?? null;
}

/**
 * Where each field stands: as the user says, else by the names of the columns, else (without a header) by what
 * the cells hold.
 * @throws HindcastError `data.columns` when dates or prices aren't found, `import.unknown-column` when the user
 * names a column that isn't there.
 */
export function findColumns(
  header: readonly string[] | null,
  rows: readonly SampleRow[],
  choice: ColumnChoice,
): ColumnPositions {
  const seen = header ?? rows[0]?.cells ?? [];
  const columns = header === null ? columnsByContent(rows, choice) : columnsByName(header);
  const chosen: ColumnPositions = {};
  for (const field of FIELDS) {
    const place = choice[field];
    if (place === undefined) continue;
    const position = positionOf(place, header, seen.length);
    if (position < 0) throw unknownColumn(field, place, seen);
    chosen[field] = position;
  }
  if (chosen.date !== undefined || chosen.time !== undefined) {
    delete columns.date;
    delete columns.time;
  }
  Object.assign(columns, chosen);
  if (columns.date !== undefined && columns.time !== undefined) oneMoment(columns, rows);

  if (columns.date === undefined && columns.time === undefined) throw noDateColumn(seen);
  const prices = (['open', 'high', 'low', 'close'] as const).filter((field) => columns[field] === undefined);
  if (prices.length === 4) throw noPriceColumn(seen);
  const isCloseOnly = prices.length === 3 && columns.close !== undefined;
  if (prices.length > 0 && !isCloseOnly) throw incompletePrices(prices, seen);
  return columns;
}

/** A `time` column that holds whole moments, as beside a `date` kept for reading, is all that is needed. */
function oneMoment(columns: ColumnPositions, rows: readonly SampleRow[]): void {
  const cells = columnCells(rows, columns.time as number);
  if (cells.filter(isClockDigits).length * 2 >= cells.length) return;
  delete columns.date;
}

function positionOf(place: string | number, header: readonly string[] | null, width: number): number {
  const byName = header?.map(plainName).indexOf(plainName(String(place))) ?? -1;
  if (typeof place === 'string' && byName >= 0) return byName;
  const number = isPosition(place) ? Number(place) : 0;
  return number >= 1 && number <= width ? number - 1 : -1;
}

function isPosition(place: string | number): boolean {
  return /^\d+$/.test(String(place));
}

/** Without a header: date, perhaps a time of day, then close, or open high low close, perhaps volume. */
function columnsByContent(rows: readonly SampleRow[], choice: ColumnChoice): ColumnPositions {
  const width = mostCommon(rows.map((row) => row.cells.length));
  const full = rows.filter((row) => row.cells.length === width);
  const isMostly = (position: number, test: (text: string) => boolean): boolean => {
    const cells = columnCells(full, position);
    return cells.length > 0 && cells.filter(test).length * 2 >= cells.length;
  };
  const positions = Array.from({ length: width }, (_, position) => position);
  const columns: ColumnPositions = {};
  const date = positions.find((position) => isMostly(position, isDate));
  if (date === undefined) return columns;
  columns.date = date;
  const isCompact = isMostly(date, (text) => /^\d{8}$/.test(text));
  const clock = date + 1;
  if (
    isMostly(clock, isClock) ||
    (isCompact && isMostly(clock, (text) => /^\d{6}$/.test(text) && isClockDigits(text)))
  ) {
    columns.time = clock;
  }
  const symbol = positions.find(
    (position) => !isMostly(position, (text) => isNumber(text) || isDate(text) || isClock(text)),
  );
  if (symbol !== undefined) columns.symbol = symbol;

  const numbers = positions.filter((position) => position > (columns.time ?? date) && isMostly(position, isNumber));
  const [first, second, third, fourth, fifth] = numbers;
  if (numbers.length === 3 && choice.close === undefined) throw noPriceColumn(full[0]?.cells ?? []);
  const found: ColumnPositions =
    numbers.length <= 3
      ? withDefined({ close: first, volume: second })
      : withDefined({ open: first, high: second, low: third, close: fourth, volume: fifth });
  return { ...columns, ...found };
}

function withDefined(columns: { [Field in keyof ColumnPositions]: number | undefined }): ColumnPositions {
  return Object.fromEntries(Object.entries(columns).filter(([, position]) => position !== undefined));
}

/** The cells of one column that hold something. */
export function columnCells(rows: readonly SampleRow[], position: number): string[] {
  return rows.map((row) => row.cells[position] ?? '').filter((cell) => cell !== '');
}

function isNumber(text: string): boolean {
  const bytes = encoder.encode(text);
  return [',', '.'].some((mark) => !Number.isNaN(parseNumber(bytes, 0, bytes.length, mark.charCodeAt(0))));
}

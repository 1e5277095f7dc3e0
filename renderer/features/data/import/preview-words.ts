import type { ImportPreview } from '#shared/contract/market.ts';
import { formatCount } from '../../../ui/format/count.ts';
import type { DateFormat, ImportField } from './import-draft.ts';

type Dialect = NonNullable<ImportPreview['dialect']>;

export const FIELD_NAMES: Record<ImportField, string> = {
  date: 'Date',
  time: 'Time',
  open: 'Open',
  high: 'High',
  low: 'Low',
  close: 'Close',
  volume: 'Volume',
  symbol: 'Symbol',
};

export const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

const EPOCH_UNITS = { s: 'seconds', ms: 'milliseconds', us: 'microseconds', ns: 'nanoseconds' } as const;

/** How dates are written: `DD-MM-YYYY`, `milliseconds since 1970`. */
export function dateFormatName(format: DateFormat): string {
  const unit = format.replace(/^epoch-/, '');
  return unit in EPOCH_UNITS ? `${EPOCH_UNITS[unit as keyof typeof EPOCH_UNITS]} since 1970` : format;
}

const FORMAT_NAMES = { csv: 'CSV', jsonl: 'JSON lines', parquet: 'Parquet' } as const;

/** How a file is read, in a few words each: `CSV`, `semicolons`, `dates DD-MM-YYYY in UTC` … */
export function dialectWords(dialect: Dialect): string[] {
  const { format, packing, delimiter, hasHeader, dateFormat, timezone, decimal, order, closeOnly, notes } = dialect;
  return [
    packing === 'none' ? FORMAT_NAMES[format] : `${FORMAT_NAMES[format]} in ${packing}`,
    ...(delimiter === null ? [] : [`${DELIMITER_NAMES[delimiter]}s`, hasHeader ? 'header' : 'no header']),
    `dates ${dateFormatName(dateFormat)} in ${timezone}`,
    ...(decimal === ',' ? ['decimal comma'] : []),
    order === 'ascending' ? 'oldest first' : 'newest first',
    ...(closeOnly ? ['closes only'] : []),
    ...notes,
  ];
}

/** `2,148 rows`, or of a long file `the first 5,000 rows`. */
export function rowsWords({ goodRows, badRowCount, isWhole }: ImportPreview): string {
  const rows = goodRows + badRowCount;
  if (rows === 1) return isWhole ? '1 row' : 'the first row';
  return isWhole ? `${formatCount(rows)} rows` : `the first ${formatCount(rows)} rows`;
}

/** `3 bad rows among the first 5,000 rows`. */
export function badRowsWords(preview: ImportPreview): string {
  const { badRowCount } = preview;
  if (badRowCount === 0) return `No bad rows among ${rowsWords(preview)}`;
  return `${formatCount(badRowCount)} bad ${badRowCount === 1 ? 'row' : 'rows'} among ${rowsWords(preview)}`;
}

/** The field that each column is read as, by its place. */
export function fieldsByColumn({ columns, dialect }: ImportPreview): (ImportField | null)[] {
  const fields: (ImportField | null)[] = columns.map(() => null);
  for (const [field, name] of Object.entries(dialect?.columns ?? {})) {
    const place = columns.indexOf(name);
    if (place >= 0) fields[place] = field as ImportField;
  }
  return fields;
}

/** Why the import can't begin yet; null when it can. */
export function whatIsMissing({ problem, series, goodRows }: ImportPreview): string | null {
  if (problem !== null) return 'It can’t be read like this.';
  if (goodRows === 0) return 'No row can be read as it is.';
  const unclear = series.find(({ timeframe }) => timeframe === null);
  return unclear === undefined ? null : `The timeframe of ${unclear.symbol} isn’t clear: choose it.`;
}

import { HindcastError } from '#shared/domain/errors.ts';
import { DATE_FORMATS } from './date-format.ts';

/** Column names or sample cells as a person reads them; long lists are cut. */
function quoted(texts: readonly string[]): string {
  const shown = texts.slice(0, 12).map((text) => `"${text.slice(0, 40)}"`);
  return `${shown.join(', ')}${texts.length > shown.length ? ' …' : ''}`;
}

const MAP_COLUMNS = 'Say which columns hold them, by name or by number.';

export function notText(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.not-text',
    message: 'this is not a text file: it holds binary bytes.',
    hint: 'Export the prices as CSV, JSON lines or Parquet.',
  });
}

export function lineTooLong(line: number): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.line-too-long',
    message: `line ${line} is longer than 1 MB, so this is not a table of prices.`,
    hint: 'A price file has one bar on each line.',
  });
}

export function jsonArray(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.json-array',
    message: 'the file is one JSON array.',
    hint: "Write one object on each line instead, for example with jq -c '.[]'.",
  });
}

export function noRows(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.no-rows',
    message: 'the file has no rows of prices.',
    hint: 'Check that the download was complete.',
  });
}

export function noDateColumn(seen: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.columns',
    message: `no column with dates was recognised; the columns are ${quoted(seen)}.`,
    hint: MAP_COLUMNS,
  });
}

export function noPriceColumn(seen: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.columns',
    message: `no column with prices was recognised; the columns are ${quoted(seen)}.`,
    hint: MAP_COLUMNS,
  });
}

export function incompletePrices(missing: readonly string[], seen: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.columns',
    message: `there is no column for ${missing.join(' and ')}; the columns are ${quoted(seen)}.`,
    hint: `Bars need open, high, low and close, or one price alone. ${MAP_COLUMNS}`,
  });
}

export function unknownColumn(field: string, choice: string | number, seen: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.unknown-column',
    message: `there is no column ${JSON.stringify(choice)} for ${field}; the columns are ${quoted(seen)}.`,
    hint: 'Columns are named as in the file, or counted from 1.',
  });
}

export function unknownDates(column: string, samples: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.date-format',
    message: `the dates of column ${column} can't be read: ${quoted(samples.slice(0, 3))}.`,
    hint: `Say how dates are written: ${DATE_FORMATS.join(', ')}; or which other column holds them.`,
  });
}

export function ambiguousDates(samples: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.ambiguous-dates',
    message: `dates such as ${quoted(samples.slice(0, 1))} may have the day or the month first, and no day above 12 tells which.`,
    hint: 'Say which: DD-MM-YYYY or MM-DD-YYYY.',
  });
}

export function unknownDateFormat(text: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.date-format',
    message: `"${text}" is not a date format.`,
    hint: `Use one of ${DATE_FORMATS.join(', ')}.`,
  });
}

export function unknownTimeZone(name: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.timezone',
    message: `"${name}" is not a time zone.`,
    hint: 'Use an IANA name such as UTC, America/New_York or Europe/Berlin.',
  });
}

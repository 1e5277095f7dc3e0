import { DateCells } from './date-cell.ts';
import { DATE_FORMATS, type DateFormat } from './date-format.ts';
import { ambiguousDates, unknownDates } from './ingest-errors.ts';
import { UTC } from './time-zone.ts';

const encoder = new TextEncoder();
const readers = DATE_FORMATS.map((format) => ({ format, cells: new DateCells(format, UTC) }));

/** Numbers that are taken for an epoch when nobody says so: 1973 to 5138, so that a row number is never a date. */
const EPOCH_RANGES: Partial<Record<DateFormat, readonly [number, number]>> = {
  'epoch-s': [1e8, 1e11],
  'epoch-ms': [1e11, 1e14],
  'epoch-us': [1e14, 1e17],
  'epoch-ns': [1e17, 1e20],
};

/** Eight digits that neither start nor end with a year: those that do are dates, perhaps in an order we can't read. */
const SECONDS_OF_1970_TO_1973 = /^(?!19|20|.{4}19|.{4}20)\d{8}$/;

function reads(reader: (typeof readers)[number], text: string): boolean {
  const range = EPOCH_RANGES[reader.format];
  if (range !== undefined) {
    const value = Number(text);
    if (!(value >= range[0] && value < range[1])) return false;
  }
  const bytes = encoder.encode(text);
  return !Number.isNaN(reader.cells.read(bytes, 0, bytes.length));
}

/** True when the text is a moment in one of the known formats. */
export function isDate(text: string): boolean {
  return readers.some((reader) => reads(reader, text));
}

/** True when the text is a time of day with a colon, such as `09:30`. */
export function isClock(text: string): boolean {
  return text.includes(':') && isClockDigits(text);
}

/** True when the text is a time of day, with or without a colon. */
export function isClockDigits(text: string): boolean {
  const bytes = encoder.encode(text);
  return readers.some(({ cells }) => cells.isClock(bytes, 0, bytes.length));
}

/**
 * The format that reads most of these cells. Day first or month first is told by a day above 12; dates with dots
 * have the day first everywhere. Eight digits are YYYYMMDD; where most of them are no such date, seconds.
 * @throws HindcastError `data.date-format` when no format reads any, `data.ambiguous-dates` when day and month
 * can't be told apart.
 */
export function detectDateFormat(column: string, texts: readonly string[]): DateFormat {
  const counts = readers.map((reader) => texts.filter((text) => reads(reader, text)).length);
  const most = Math.max(...counts);
  const isMost = (count: number): boolean => count * 2 > texts.length;
  if (!isMost(most) && isMost(texts.filter((text) => SECONDS_OF_1970_TO_1973.test(text)).length)) return 'epoch-s';
  if (most === 0) throw unknownDates(column, texts);
  const best = DATE_FORMATS.filter((_, index) => counts[index] === most);
  if (best.includes('DD-MM-YYYY') && best.includes('MM-DD-YYYY')) {
    if (texts.every((text) => !/[-/]/.test(text))) return 'DD-MM-YYYY';
    throw ambiguousDates(texts);
  }
  return best[0] as DateFormat;
}

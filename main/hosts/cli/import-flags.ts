import { SESSIONS } from '#shared/domain/session.ts';
import { DATE_FORMATS } from '#worker/ingest/date-format.ts';
import { DELIMITERS } from '#worker/ingest/delimited-cells.ts';
import { type ColumnChoice, FIELDS } from '#worker/ingest/field.ts';
import type { ImportOptions } from '../../market/import/import-file.ts';
import type { Arguments, Flag } from './command.ts';
import { badValue, numberFlag, timeframeFlag } from './flag-values.ts';
import { sessionFlag } from './session-flag.ts';

/** Flags that say how a price file is to be read; what isn't said is detected. */
export const IMPORT_FLAGS: Readonly<Record<string, Flag>> = {
  symbol: { value: 'NAME', help: 'symbol of the series (file name or symbol column)' },
  timeframe: { value: 'T', help: 'length of a bar: 1m, 1h, 1d, 1M … (usual distance of bars)' },
  format: { value: 'F', help: 'csv, jsonl or parquet' },
  delimiter: { value: 'C', help: 'between cells: comma, semicolon, tab or pipe' },
  columns: { value: 'FIELD=COLUMN,…', help: `where fields stand, by name or number: ${FIELDS.join(', ')}` },
  'no-header': { help: 'the first line is data' },
  'date-format': { value: 'F', help: DATE_FORMATS.join(', ') },
  timezone: { value: 'ZONE', help: 'zone of times without one, such as America/New_York (UTC)' },
  decimal: { value: 'MARK', help: 'decimal mark: point or comma' },
  entry: { value: 'NAME', help: 'file inside a ZIP archive' },
  currency: { value: 'CODE', help: 'quote currency (USD)' },
  'tick-size': { value: 'N', help: 'smallest price step (any)' },
  'lot-step': { value: 'N', help: 'smallest quantity step (1)' },
  multiplier: { value: 'N', help: 'money per point and unit (1)' },
  session: { value: 'HOURS', help: `trading hours: ${Object.keys(SESSIONS).join(', ')}, or see below (24x7)` },
  delisted: { help: 'no longer traded: what is held is closed at the last price' },
  'skip-bad': { help: 'leave out bad rows instead of refusing the file' },
};

const DELIMITER_NAMES = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

export function importOptions(args: Arguments): ImportOptions {
  const given = <T>(flag: string, read: (text: string) => T): T | undefined => {
    const text = args.text(flag);
    return text === undefined ? undefined : read(text);
  };
  const positive = (flag: string) =>
    given(flag, (text) => numberFlag(flag, text, Number.MIN_VALUE, 'a number above 0'));
  return defined({
    symbol: args.text('symbol'),
    timeframe: given('timeframe', timeframeFlag),
    format: given('format', (text) => oneOf('format', text, ['csv', 'jsonl', 'parquet'] as const)),
    delimiter: given('delimiter', readDelimiter),
    columns: given('columns', readColumns),
    noHeader: args.has('no-header') || undefined,
    dateFormat: args.text('date-format'),
    timezone: args.text('timezone'),
    decimal: given('decimal', (text) => (oneOf('decimal', text, ['point', 'comma'] as const) === 'comma' ? ',' : '.')),
    entry: args.text('entry'),
    skipBad: args.has('skip-bad') || undefined,
    instrument: defined({
      quoteCurrency: args.text('currency')?.toUpperCase(),
      tickSize: positive('tick-size'),
      lotStep: positive('lot-step'),
      multiplier: positive('multiplier'),
      session: given('session', sessionFlag),
      delisted: args.has('delisted') || undefined,
    }),
  });
}

function readDelimiter(text: string): (typeof DELIMITERS)[number] {
  const named = Object.entries(DELIMITER_NAMES).find(([name]) => name === text)?.[1];
  const known = named ?? DELIMITERS.find((delimiter) => delimiter === text);
  if (known === undefined) throw badValue('delimiter', text, 'comma, semicolon, tab or pipe');
  return known;
}

function readColumns(list: string): ColumnChoice {
  const columns: ColumnChoice = {};
  for (const text of list.split(',')) {
    const split = text.indexOf('=');
    const field = FIELDS.find((name) => name === text.slice(0, split).toLowerCase());
    const column = text.slice(split + 1);
    if (split < 1 || field === undefined || column === '') {
      throw badValue('columns', list, `fields (${FIELDS.join(', ')}) and their columns, such as date=1,close=Last`);
    }
    columns[field] = /^\d+$/.test(column) ? Number(column) : column;
  }
  return columns;
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw badValue(flag, text, known.join(', '));
  return found;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The members that have a value. */
function defined<T extends object>(members: T): Defined<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;
}

import { IMPORT_DATE_FORMATS, IMPORT_DELIMITERS, IMPORT_FIELDS, type ImportPreview } from '#shared/contract/market.ts';
import { SESSIONS, type SessionName } from '#shared/domain/session.ts';
import { TIMEFRAMES, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Option } from '../../../ui/field/option.ts';
import { SESSION_NAMES } from '../series/instrument-words.ts';
import { type DateFormat, DETECTED, type Delimiter, type Detected, type ImportField } from './import-draft.ts';
import { DELIMITER_NAMES, dateFormatName } from './preview-words.ts';

type Dialect = NonNullable<ImportPreview['dialect']>;

/** The first option of a list: Hindcast finds out, and says what it found. */
function detected(found: string | null | undefined): Option<Detected> {
  return found === null || found === undefined || found === ''
    ? { value: DETECTED, label: 'Find out' }
    : { value: DETECTED, label: found, detail: 'found' };
}

export function timeframeOptions(preview: ImportPreview | undefined): Option<Timeframe | Detected>[] {
  const found = [...new Set(preview?.series.map(({ timeframe }) => timeframe) ?? [])].filter((one) => one !== null);
  return [detected(found.join(', ')), ...(Object.keys(TIMEFRAMES) as Timeframe[]).map(plainOption)];
}

export function dateFormatOptions(dialect: Dialect | null | undefined): Option<DateFormat | Detected>[] {
  const found = dialect?.dateFormat;
  return [
    detected(found === undefined ? null : dateFormatName(found)),
    ...IMPORT_DATE_FORMATS.map((value) => ({ value, label: dateFormatName(value) })),
  ];
}

export function delimiterOptions(dialect: Dialect | null | undefined): Option<Delimiter | Detected>[] {
  const found = dialect?.delimiter;
  return [
    detected(found === null || found === undefined ? null : DELIMITER_NAMES[found]),
    ...IMPORT_DELIMITERS.map((value) => ({ value, label: DELIMITER_NAMES[value] })),
  ];
}

export function decimalOptions(dialect: Dialect | null | undefined): Option<'.' | ',' | Detected>[] {
  const names = { '.': 'dot 1.25', ',': 'comma 1,25' };
  return [
    detected(dialect === null || dialect === undefined ? null : names[dialect.decimal]),
    { value: '.', label: names['.'] },
    { value: ',', label: names[','] },
  ];
}

export function sessionOptions(): Option<SessionName | Detected>[] {
  return [
    { value: DETECTED, label: 'As it is known' },
    ...(Object.keys(SESSIONS) as SessionName[]).map((value) => ({ value, label: SESSION_NAMES[value] })),
  ];
}

/** Where a field can stand: any column, by its number. */
export function columnOptions(preview: ImportPreview | undefined, field: ImportField): Option<string>[] {
  const columns = preview?.columns ?? [];
  const found = preview?.dialect?.columns[field];
  return [
    found === undefined ? { value: DETECTED, label: 'None' } : { value: DETECTED, label: found, detail: 'found' },
    ...columns.map((name, place) => ({
      value: String(place + 1),
      label: name === '' ? `#${place + 1}` : name,
      detail: `column ${place + 1}`,
    })),
  ];
}

/** Every zone that this machine knows, UTC first. */
export function timezoneOptions(): Option<string>[] {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  return ['UTC', ...zones].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

export const COLUMN_FIELDS: readonly ImportField[] = IMPORT_FIELDS;

function plainOption<Value extends string>(value: Value): Option<Value> {
  return { value, label: value };
}

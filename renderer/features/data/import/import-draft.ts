import type { IMPORT_DATE_FORMATS, IMPORT_DELIMITERS, IMPORT_FIELDS, ImportTerms } from '#shared/contract/market.ts';
import { instrumentSchema, symbolSchema } from '#shared/domain/instrument.ts';
import type { SessionName } from '#shared/domain/session.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';

export type ImportField = (typeof IMPORT_FIELDS)[number];
export type DateFormat = (typeof IMPORT_DATE_FORMATS)[number];
export type Delimiter = (typeof IMPORT_DELIMITERS)[number];

/** What is left to Hindcast to find out. */
export const DETECTED = 'detected';
export type Detected = typeof DETECTED;

/** What a person has said so far about a file, as the form holds it. */
export interface ImportDraft {
  /** Empty: as the file tells. */
  symbol: string;
  timeframe: Timeframe | Detected;
  /** Numbers of columns, from 1. Fields that aren't here are looked for. */
  columns: Partial<Record<ImportField, number>>;
  hasNoHeader: boolean;
  delimiter: Delimiter | Detected;
  dateFormat: DateFormat | Detected;
  /** IANA name; null: UTC. */
  timezone: string | null;
  decimal: '.' | ',' | Detected;
  /** File inside a ZIP archive; null: the only one. */
  entry: string | null;
  /** Empty and null: as it is known, or the default. */
  quoteCurrency: string;
  tickSize: number | null;
  lotStep: number | null;
  multiplier: number | null;
  session: SessionName | Detected;
}

export const EMPTY_DRAFT: ImportDraft = {
  symbol: '',
  timeframe: DETECTED,
  columns: {},
  hasNoHeader: false,
  delimiter: DETECTED,
  dateFormat: DETECTED,
  timezone: null,
  decimal: DETECTED,
  entry: null,
  quoteCurrency: '',
  tickSize: null,
  lotStep: null,
  multiplier: null,
  session: DETECTED,
};

/** The draft with which the next file begins: files that are imported together are mostly written alike. */
export function draftOfNextFile(draft: ImportDraft): ImportDraft {
  return { ...draft, symbol: '', entry: null };
}

/** The draft with one field found in another column; null leaves the field to be looked for. */
export function withColumn(draft: ImportDraft, field: ImportField, column: number | null): ImportDraft {
  const { [field]: _, ...others } = draft.columns;
  return { ...draft, columns: column === null ? others : { ...others, [field]: column } };
}

/** What is sent to the host: only what was said. */
export function termsOf(draft: ImportDraft, { skipBad = false } = {}): ImportTerms {
  const { symbol, timeframe, columns, delimiter, dateFormat, timezone, decimal, entry } = draft;
  const instrument = instrumentTermsOf(draft);
  return {
    ...(symbol.trim() !== '' && { symbol: symbol.trim() }),
    ...(timeframe !== DETECTED && { timeframe }),
    ...(delimiter !== DETECTED && { delimiter }),
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(draft.hasNoHeader && { noHeader: true }),
    ...(dateFormat !== DETECTED && { dateFormat }),
    ...(timezone !== null && { timezone }),
    ...(decimal !== DETECTED && { decimal }),
    ...(entry !== null && { entry }),
    ...(skipBad && { skipBad: true }),
    ...(Object.keys(instrument).length > 0 && { instrument }),
  };
}

function instrumentTermsOf({ quoteCurrency, tickSize, lotStep, multiplier, session }: ImportDraft) {
  return {
    ...(quoteCurrency.trim() !== '' && { quoteCurrency: quoteCurrency.trim().toUpperCase() }),
    ...(tickSize !== null && { tickSize }),
    ...(lotStep !== null && { lotStep }),
    ...(multiplier !== null && { multiplier }),
    ...(session !== DETECTED && { session }),
  } satisfies ImportTerms['instrument'];
}

export type DraftErrors = Partial<Record<'symbol' | 'quoteCurrency' | 'tickSize' | 'lotStep' | 'multiplier', string>>;

/** What can't be as it was typed, by field, as sentences. */
export function draftErrors(draft: ImportDraft): DraftErrors {
  const errors: DraftErrors = {};
  const symbol = symbolSchema.safeParse(draft.symbol.trim() || 'ANY');
  if (!symbol.success) errors.symbol = sentence(symbol.error.issues[0]?.message ?? '');
  const instrument = instrumentSchema.safeParse({ symbol: 'ANY', ...instrumentTermsOf(draft) });
  for (const { path, message } of instrument.error?.issues ?? []) {
    const [field] = path;
    if (field === 'quoteCurrency') errors.quoteCurrency = sentence(message);
    if (field === 'tickSize' || field === 'lotStep') errors[field] = 'Zero or more.';
    if (field === 'multiplier') errors.multiplier = 'More than zero.';
  }
  return errors;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

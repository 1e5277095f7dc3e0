/**
 * How moments are written in a file. The letters give the order of the parts; parts are separated by `-`, `/` or
 * `.`, a time of day may follow, and a zone after it. `Mon` is an English month name, long or short.
 */
export const DATE_FORMATS = [
  'YYYYMMDD',
  'epoch-s',
  'epoch-ms',
  'epoch-us',
  'epoch-ns',
  'YYYY-MM-DD',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'Mon-D-YYYY',
  'D-Mon-YYYY',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** The format that a user means: any case and any separator will do (`dd/mm/yyyy`); null when there is none. */
export function dateFormatNamed(text: string): DateFormat | null {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/[-/. ,]+/g, '-');
  return DATE_FORMATS.find((format) => format.toLowerCase() === wanted) ?? null;
}

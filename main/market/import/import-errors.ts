import { HindcastError } from '#shared/domain/errors.ts';
import { clause } from '#shared/domain/sentence.ts';
import type { BadRow } from '#worker/ingest/bad-row.ts';

const CHECK_DOWNLOAD = 'Download or export it again.';

/** Puts the file's name before what is wrong with it or with the request, which the errors below leave out. */
export function inFile(name: string, error: unknown): unknown {
  if (!(error instanceof HindcastError) || !['data', 'usage'].includes(error.detail.kind)) return error;
  return new HindcastError({ ...error.detail, message: `${name}: ${error.detail.message}` }, { cause: error });
}

export function fileMissing(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.file-missing',
    message: 'there is no such file.',
    hint: 'Check the path and the spelling.',
  });
}

export function notAFile(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.not-a-file',
    message: 'this is a folder or a device, not a file.',
    hint: 'Import the price files in it one by one.',
  });
}

export function fileUnreadable(cause: unknown): HindcastError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HindcastError(
    {
      kind: 'data',
      code: 'data.file-unreadable',
      message: `the file can't be read: ${clause(reason)}.`,
      hint: 'Check that you may read it and that its disk is there.',
    },
    { cause },
  );
}

export function emptyFile(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.empty-file',
    message: 'the file is empty.',
    hint: CHECK_DOWNLOAD,
  });
}

export function archiveUnreadable(kind: 'gzip' | 'ZIP', cause: unknown): HindcastError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HindcastError(
    {
      kind: 'data',
      code: 'data.archive-unreadable',
      message: `this is no complete ${kind} file: ${clause(reason)}.`,
      hint: CHECK_DOWNLOAD,
    },
    { cause },
  );
}

export function unpacksTooLarge(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.archive-bomb',
    message: 'the file unpacks to more than 1000 times its size.',
    hint: 'No table of prices does; unpack it yourself if you trust it, and import the result.',
  });
}

export function archiveChoice(names: readonly string[]): HindcastError {
  const isEmpty = names.length === 0;
  return new HindcastError({
    kind: 'data',
    code: 'data.archive-choice',
    message: isEmpty ? 'the archive holds no files.' : `the archive holds ${names.length} files, and any may be meant.`,
    hint: isEmpty ? CHECK_DOWNLOAD : `Name the one that is meant, for example ${names[0]}.`,
    lines: names.slice(0, 20),
  });
}

export function noSuchEntry(entry: string, names: readonly string[]): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.entry',
    message: `the archive holds no file ${entry}.`,
    hint: 'Name one of the files below as it is written there.',
    lines: names.slice(0, 20),
  });
}

export function entryUnreadable(entry: string, reason: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.archive-unreadable',
    message: `${entry} in the archive ${reason}.`,
    hint: 'Unpack it yourself and import the result.',
  });
}

export function spreadsheet(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.spreadsheet',
    message: 'this is a spreadsheet.',
    hint: 'Save the sheet as CSV and import that.',
  });
}

export function parquetUnreadable(cause: unknown): HindcastError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HindcastError(
    {
      kind: 'data',
      code: 'data.parquet-unreadable',
      message: `the file can't be read as Parquet: ${clause(reason)}.`,
      hint: 'Download or export it again, or convert it to CSV.',
    },
    { cause },
  );
}

export function parquetCodec(codec: string): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.parquet-codec',
    message: `the file is compressed with ${codec}, which isn't supported.`,
    hint: 'Write it again with snappy, zstd or gzip compression.',
  });
}

export function badRows(rows: readonly BadRow[], count: number, good: number): HindcastError {
  const lines = rows.map(({ line, reason, text }) => `line ${line}: ${reason} | ${text}`);
  if (count > rows.length) lines.push(`… and ${count - rows.length} more`);
  return new HindcastError({
    kind: 'data',
    code: 'data.bad-rows',
    message:
      good === 0
        ? `no good rows: ${count === 1 ? 'the only one is bad' : `all ${count} are bad`}.`
        : `${count} bad ${count === 1 ? 'row' : 'rows'} among ${good + count}; nothing was imported.`,
    hint:
      good === 0
        ? 'The columns may be read wrongly: say which they are, how dates and numbers are written, and what parts them.'
        : 'Correct the file, or import the other rows alone.',
    lines,
  });
}

export function manySymbols(wanted: string, first: string, second: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.many-symbols',
    message: `the file holds several symbols (${first}, ${second} …), and ${wanted} names only one.`,
    hint: 'Leave the symbol out: each one becomes a series of its own.',
  });
}

export function badSymbol(symbol: string, reason: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.symbol',
    message: `"${symbol}" can't be a symbol: ${reason}.`,
    hint: 'Name it, for example BTCUSD.',
  });
}

export function badInstrument(reason: string): HindcastError {
  return new HindcastError({
    kind: 'usage',
    code: 'import.instrument',
    message: `the instrument can't be like this: ${reason}.`,
    hint: 'Correct its currency, tick size, lot step or multiplier.',
  });
}

export function timeframeUnknown(): HindcastError {
  return new HindcastError({
    kind: 'data',
    code: 'data.timeframe-unknown',
    message: "the file has one bar only, which doesn't tell the timeframe.",
    hint: 'Say it, for example 1d.',
  });
}

export function cancelled(path: string): HindcastError {
  return new HindcastError({
    kind: 'run',
    code: 'run.cancelled',
    message: `The import of ${path} was stopped; nothing was imported.`,
    hint: 'Start it again when you like.',
  });
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { type InstrumentTerms, instrumentSchema, symbolSchema } from '#shared/domain/instrument.ts';
import type { Timeframe } from '#shared/domain/timeframe.ts';
import type { Delimiter } from '#worker/ingest/delimited-cells.ts';
import { type DialectOptions, namedColumns, type RowOrder } from '#worker/ingest/dialect.ts';
import { Ingest, type SeriesBlock } from '#worker/ingest/ingest.ts';
import { noRows } from '#worker/ingest/ingest-errors.ts';
import type { SeriesRows } from '#worker/ingest/series-rows.ts';
import {
  badInstrument,
  badRows,
  badSymbol,
  cancelled,
  inFile,
  manySymbols,
  timeframeUnknown,
} from './import-errors.ts';
import type { DetectedDialect, FileFormat, ImportReport } from './import-report.ts';
import { ParquetRows } from './parquet-rows.ts';
import { openPriceFile, type PriceFile } from './price-file.ts';
import { type ImportProgress, ReportRate } from './progress.ts';
import type { RowSource } from './row-source.ts';
import { SeriesWriters } from './series-writers.ts';
import type { ImportSink } from './sink.ts';
import { symbolOfCell, symbolOfFileName } from './symbol-name.ts';
import { TextRows } from './text-rows.ts';

export interface ImportOptions extends DialectOptions {
  /** Told by the symbol column or the file's name by default. */
  symbol?: string;
  /** Told by the usual distance between bars by default. */
  timeframe?: Timeframe;
  /** `import` by default; `file` for the snapshot of a run on a bare file. */
  source?: string;
  /** Told by the file's first bytes by default. */
  format?: FileFormat;
  delimiter?: Delimiter;
  /** Name of the file inside a ZIP archive that has several. */
  entry?: string;
  /** Import the good rows of a file that has bad ones. */
  skipBad?: boolean;
  /** Bad rows to list; 20 by default. All are counted. */
  maxReportedBadRows?: number;
  /** What is known of the instrument; the rest stays as it is stored, or takes its default. */
  instrument?: Omit<InstrumentTerms, 'symbol'>;
}

export interface ImportControls {
  signal?: AbortSignal;
  /** Called ten times a second at most, and once at the end. */
  onProgress?: (progress: ImportProgress) => void;
  /** Waits as long as the import is to pause. */
  gate?: () => Promise<void>;
  /** What messages call the file; its path by default. */
  name?: string;
}

/** Work between two turns of the event loop, ms. */
const LONGEST_TURN_MS = 10;

/**
 * Imports a file of prices: CSV, JSON lines or Parquet, the first two plain or packed by gzip or ZIP. A file with
 * a symbol column becomes several series.
 *
 * The file is streamed: memory stays bounded, and the event loop gets a turn every few milliseconds. Nothing is
 * visible in the store before the whole file was read; on any error and on cancelling, everything is discarded.
 * @throws HindcastError `data.bad-rows` when the file has bad rows and `skipBad` isn't set, or has no good one;
 * `run.cancelled` when the signal is aborted; others of kind `data` and `usage` that say what to do.
 */
export function importFile(
  path: string,
  sink: ImportSink,
  options: ImportOptions = {},
  controls: ImportControls = {},
): Promise<ImportReport> {
  const { name = path } = controls;
  return performImport(importSteps(path, sink, options, name), { ...controls, name });
}

/** An import, step by step. It goes on when the next step is asked for; between two steps it can be given up. */
export type ImportSteps = AsyncGenerator<ImportProgress | null, ImportReport, void>;

/**
 * Takes the steps of an import, here or on another thread.
 * @param controls whose name is that of the steps
 * @throws HindcastError `run.cancelled` when the signal is aborted, and what the steps throw
 */
export async function performImport(
  steps: ImportSteps,
  { signal, onProgress, gate, name }: ImportControls & { name: string },
): Promise<ImportReport> {
  const breath = new Breath();
  try {
    for (;;) {
      if (signal?.aborted) throw cancelled(name);
      const step = await steps.next();
      if (step.done) return step.value;
      if (step.value !== null) onProgress?.(step.value);
      await breath.take();
      await gate?.();
    }
  } finally {
    // An import that is given up cleans up after itself; one that is over has done so.
    await steps.return(undefined as never);
  }
}

/**
 * Imports a file as `importFile` does, in steps of a few milliseconds; only the last one, which makes the bars
 * visible, takes as long as it takes.
 * @param name what messages call the file
 * @returns steps that give the progress where it is to be told: ten times a second at most, and once before the last
 */
export async function* importSteps(path: string, sink: ImportSink, options: ImportOptions, name: string): ImportSteps {
  try {
    const file = await openPriceFile(path, options.entry);
    try {
      const source = await openRows(file, options);
      return yield* transfer(file, source, sink, options);
    } finally {
      file.close();
    }
  } catch (error) {
    throw inFile(name, error);
  }
}

/** Works out how a file that was opened is to be read. @throws HindcastError as `importFile` */
export async function openRows(file: PriceFile, options: ImportOptions): Promise<RowSource> {
  const { format, ...rest } = options;
  if (format === 'parquet' || (file.isParquet && format === undefined)) return ParquetRows.open(file, rest);
  return TextRows.open(file, format === undefined ? rest : { ...rest, format });
}

async function* transfer(file: PriceFile, source: RowSource, sink: ImportSink, options: ImportOptions): ImportSteps {
  const { dialect } = source;
  const skipBad = options.skipBad ?? false;
  const ingest = new Ingest(dialect, {
    maxBadRows: options.maxReportedBadRows ?? 20,
    nameSymbol: options.symbol === undefined ? symbolOfCell : onlySymbol(options.symbol),
  });
  const writers = new SeriesWriters(sink, {
    source: options.source ?? 'import',
    timeframe: options.timeframe ?? null,
    closeOnly: dialect.closeOnly,
    instrumentOf: instruments(file, options),
  });
  const reports = new ReportRate();
  const progress = () => ({
    bytesRead: source.bytesRead(),
    bytesTotal: file.bytesTotal,
    rows: ingest.rows + ingest.badRowCount,
  });
  /** Bars of a file that will be refused needn't be written; the rest is read to count its bad rows. */
  const store = function* (blocks: Iterable<SeriesBlock>) {
    for (const block of blocks) {
      if (skipBad || ingest.badRowCount === 0) writers.write(block, ingest.order ?? 'ascending');
      yield null;
    }
  };

  try {
    do {
      yield* store(ingest.readyBlocks());
      yield reports.isDue() ? progress() : null;
    } while (await source.next((row) => ingest.add(row)));
    if (ingest.badRowCount > 0 && (!skipBad || ingest.rows === 0)) {
      throw badRows(ingest.badRows, ingest.badRowCount, ingest.rows);
    }
    if (ingest.rows === 0) throw noRows();
    yield* store(ingest.restOfBlocks());
    if (!writers.writeSingleBars()) throw timeframeUnknown();
    yield progress();
    return {
      file: file.path,
      series: writers.commit(ingest.series),
      rows: ingest.rows,
      badRowCount: ingest.badRowCount,
      badRows: ingest.badRows,
      dialect: detectedDialect(file, source, ingest.order, writers.namedTimeframes()),
    };
  } finally {
    writers.discard();
  }
}

/** How a file is read, as it is told. */
export function detectedDialect(
  file: PriceFile,
  { format, dialect }: RowSource,
  order: RowOrder | null,
  timeframes: Timeframe[],
): DetectedDialect {
  return {
    format,
    packing: file.packing,
    delimiter: dialect.delimiter,
    hasHeader: dialect.header !== null,
    columns: namedColumns(dialect),
    dateFormat: dialect.dateFormat,
    timezone: dialect.timezone,
    decimal: dialect.decimal,
    order: order ?? 'ascending',
    timeframes,
    closeOnly: dialect.closeOnly,
    notes: dialect.notes,
  };
}

/** Names every symbol of the file as the user wants, provided that there is one only. */
export function onlySymbol(wanted: string): (text: string) => string {
  let first: string | null = null;
  return (text) => {
    first ??= text;
    if (text !== first) throw manySymbols(wanted, first, text);
    return wanted;
  };
}

function instruments(file: PriceFile, options: ImportOptions): (series: SeriesRows) => InstrumentTerms {
  const ofFile = options.symbol ?? symbolOfFileName(file.name);
  const symbol = symbolSchema.safeParse(ofFile);
  return (series) => {
    const isFromFile = series.symbol !== null && options.symbol === undefined;
    if (!isFromFile && !symbol.success) throw badSymbol(ofFile, reasonOf(symbol.error));
    const terms = { ...options.instrument, symbol: series.symbol ?? ofFile };
    const instrument = instrumentSchema.safeParse(terms);
    if (!instrument.success) throw badInstrument(reasonOf(instrument.error));
    return terms;
  };
}

function reasonOf(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  return error.issues.map(({ path, message }) => [...path.map(String), message].join(': ')).join('; ');
}

/** Gives the event loop a turn when work has gone on for a while. */
class Breath {
  #since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.#since < LONGEST_TURN_MS) return;
    await nextTurn();
    this.#since = performance.now();
  }
}

import type { ErrorDetail } from '#shared/domain/errors.ts';
import { HindcastError } from '#shared/domain/errors.ts';
import { nearestTimeframe, type Timeframe } from '#shared/domain/timeframe.ts';
import type { Ms } from '#shared/domain/units.ts';
import type { BadRow } from '#worker/ingest/bad-row.ts';
import type { CellRow } from '#worker/ingest/cell-row.ts';
import { cellsOf, detectDelimiter } from '#worker/ingest/delimiter.ts';
import { Ingest } from '#worker/ingest/ingest.ts';
import { looksBinary } from '#worker/ingest/text-decoding.ts';
import { detectedDialect, type ImportOptions, onlySymbol, openRows } from './import-file.ts';
import type { DetectedDialect } from './import-report.ts';
import { openPriceFile, type PriceFile } from './price-file.ts';
import type { RowSource } from './row-source.ts';
import { symbolOfCell, symbolOfFileName } from './symbol-name.ts';

/** A row as it stands in the file. */
export interface PreviewRow {
  line: number;
  cells: string[];
}

/** What an import would read. */
export interface FilePreview {
  columns: string[];
  rows: PreviewRow[];
  /** Why it can't be read with these options. */
  problem: ErrorDetail | null;
  dialect: DetectedDialect | null;
  series: { symbol: string; timeframe: Timeframe | null; firstTime: Ms; rows: number }[];
  goodRows: number;
  badRowCount: number;
  badRows: readonly BadRow[];
  isWhole: boolean;
}

const SHOWN_ROWS = 30;
const SHOWN_CELLS = 100;
const LONGEST_CELL = 200;
/** Rows that are looked at, more or less: files come in pieces. */
const LOOKED_AT = 5_000;
const MOST_BAD_ROWS = 50;
const MOST_SERIES = 200;

/**
 * Reads the first rows of a file as an import would. Where it can't, the rows are there all the same, with what is
 * wrong, so that someone who sees them can say how they are to be read.
 * @throws HindcastError when there is no such file or it can't be unpacked
 */
export async function previewFile(path: string, options: ImportOptions): Promise<FilePreview> {
  const file = await openPriceFile(path, options.entry);
  try {
    return await readAhead(file, await openRows(file, options), options);
  } catch (error) {
    if (!(error instanceof HindcastError) || error.detail.kind === 'storage') throw error;
    return { ...NOTHING, ...(await asItStands(path, options)), problem: error.detail };
  } finally {
    file.close();
  }
}

const NOTHING = { dialect: null, series: [], goodRows: 0, badRowCount: 0, badRows: [], isWhole: false };

async function readAhead(file: PriceFile, source: RowSource, options: ImportOptions): Promise<FilePreview> {
  const ingest = new Ingest(source.dialect, {
    maxBadRows: MOST_BAD_ROWS,
    nameSymbol: options.symbol === undefined ? symbolOfCell : onlySymbol(options.symbol),
  });
  const rows: PreviewRow[] = [];
  const firstTimes = new Map<unknown, Ms>();
  const add = (row: CellRow) => {
    if (rows.length < SHOWN_ROWS) rows.push({ line: row.line, cells: shortened(row.cells()) });
    ingest.add(row);
  };
  let isWhole = false;
  while (!isWhole && ingest.rows + ingest.badRowCount < LOOKED_AT) isWhole = !(await source.next(add));
  for (const { series, bars } of ingest.restOfBlocks()) {
    const first = bars.time[0] as Ms;
    firstTimes.set(series, Math.min(first, firstTimes.get(series) ?? first));
  }
  const ofFile = options.symbol ?? symbolOfFileName(file.name);
  const series = ingest.series
    .filter(({ total }) => total > 0)
    .map((one) => ({
      symbol: one.symbol ?? ofFile,
      timeframe: options.timeframe ?? (Number.isNaN(one.usualStep) ? null : nearestTimeframe(one.usualStep)),
      firstTime: firstTimes.get(one) ?? one.lastTime,
      rows: one.total,
    }));
  const { dialect } = source;
  const width = Math.max(dialect.width, ...rows.map(({ cells }) => cells.length));
  return {
    columns: shortened(dialect.header ?? Array.from({ length: width }, (_, position) => `#${position + 1}`)),
    rows: rows.filter(({ line }) => line > dialect.headerLine),
    problem: null,
    dialect: detectedDialect(file, source, ingest.order, []),
    series: series.slice(0, MOST_SERIES),
    goodRows: ingest.rows,
    badRowCount: ingest.badRowCount,
    badRows: ingest.badRows,
    isWhole,
  };
}

/** The first lines of a text file, split by what seems to part their cells. */
async function asItStands(path: string, options: ImportOptions): Promise<Pick<FilePreview, 'columns' | 'rows'>> {
  const file = await openPriceFile(path, options.entry);
  try {
    const first = file.isParquet ? undefined : (await file.chunks.next()).value;
    if (!(first instanceof Uint8Array) || looksBinary(first.subarray(0, 4_096))) return { columns: [], rows: [] };
    const lines = new TextDecoder().decode(first).split(/\r?\n/, SHOWN_ROWS);
    const delimiter = options.delimiter ?? detectDelimiter(lines.filter((line) => line.trim() !== ''));
    const rows = lines
      .map((text, i) => ({ line: i + 1, cells: shortened(cellsOf(text, delimiter)) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return { columns: Array.from({ length: width }, (_, position) => `#${position + 1}`), rows };
  } finally {
    file.close();
  }
}

function shortened(cells: readonly string[]): string[] {
  return cells.slice(0, SHOWN_CELLS).map((cell) => cell.slice(0, LONGEST_CELL));
}

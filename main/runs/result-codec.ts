import type {
  CashFlowColumns,
  ExcursionColumns,
  FillColumns,
  OrderColumns,
  RunResult,
  TradeColumns,
} from '#shared/domain/run-result.ts';
import { resultHash } from '#worker/engine/result-hash.ts';
import { type Column, decodeColumn, encodeColumn, type StoredColumn } from './column-codec.ts';
import { damagedRun } from './errors.ts';
import type { RunRecord, RunSummary } from './run-record.ts';

/** The small parts of a result, stored as one JSON text among the columns. */
type Details = Pick<
  RunResult,
  | 'symbols'
  | 'firstTradableBar'
  | 'barsInMarket'
  | 'ambiguousBars'
  | 'ambiguity'
  | 'texts'
  | 'checks'
  | 'funnel'
  | 'log'
>;

const DETAILS = 'details.json';

/** The first version of the engine whose results have all that is read here. */
const FIRST_READABLE_ENGINE = 2;

/** Whether what is stored of a run is a result of the kind that is read here. */
export function isReadable({ manifest }: Pick<RunRecord, 'manifest'>): boolean {
  return manifest.engine >= FIRST_READABLE_ENGINE;
}

/** A result as it is stored: columns as they are, the rest as JSON. */
export function storedResult(result: RunResult): { columns: StoredColumn[]; summary: RunSummary } {
  const { symbols, firstTradableBar, barsInMarket, ambiguousBars, ambiguity, texts, checks, funnel, log } = result;
  const details: Details = {
    symbols,
    firstTradableBar,
    barsInMarket,
    ambiguousBars,
    ambiguity,
    texts,
    checks,
    funnel,
    log,
  };
  const columns = Object.entries(columnsOf(result)).map(([name, column]) => encodeColumn(name, column));
  columns.push(encodeColumn(DETAILS, new TextEncoder().encode(JSON.stringify(details))));
  return {
    columns,
    summary: {
      bars: result.time.length,
      trades: result.trades.symbol.length,
      metrics: result.metrics,
      warnings: result.warnings,
      failure: result.failure,
    },
  };
}

/**
 * The result behind stored columns.
 * @throws HindcastError `storage.damaged-run` unless it is, to the bit, what `resultHash` was made from
 */
export function resultFromStored(
  id: string,
  stored: readonly StoredColumn[],
  summary: RunSummary,
  hash: string,
): RunResult {
  let result: RunResult;
  try {
    result = assemble(stored, summary, hash);
    if (resultHash(result) === hash) return result;
  } catch (cause) {
    throw damagedRun(id, cause);
  }
  throw damagedRun(id);
}

function assemble(stored: readonly StoredColumn[], summary: RunSummary, resultHash: string): RunResult {
  const columns = new Map(stored.map((column) => [column.name, decodeColumn(column)]));
  const details = JSON.parse(new TextDecoder().decode(columns.get(DETAILS) as Uint8Array)) as Details;
  const time = columns.get('time') as Float64Array;
  const buyAndHold = columns.get('buyAndHold') as Float64Array;
  const trades = table<TradeColumns>(columns, 'trades');
  const excursions = table<ExcursionColumns>(columns, 'excursions');
  // The hash doesn't cover these: they follow from the bars.
  requireRows('buyAndHold', buyAndHold, time.length);
  requireRows('excursions.favourable', excursions.favourable, trades.symbol.length);
  requireRows('excursions.adverse', excursions.adverse, trades.symbol.length);
  return {
    ...details,
    time,
    equity: columns.get('equity') as Float64Array,
    buyAndHold,
    fills: table<FillColumns>(columns, 'fills'),
    trades,
    excursions,
    orders: table<OrderColumns>(columns, 'orders'),
    cashFlows: table<CashFlowColumns>(columns, 'cashFlows'),
    metrics: summary.metrics,
    warnings: summary.warnings,
    failure: summary.failure,
    resultHash,
  };
}

function requireRows(name: string, column: Column, rows: number): void {
  if (column.length !== rows) throw new RangeError(`column ${name} has ${column.length} rows`);
}

function columnsOf(result: RunResult): Record<string, Column> {
  const columns: Record<string, Column> = {
    time: result.time,
    equity: result.equity,
    buyAndHold: result.buyAndHold,
  };
  for (const name of ['fills', 'trades', 'excursions', 'orders', 'cashFlows'] as const) {
    for (const [column, values] of Object.entries(result[name])) columns[`${name}.${column}`] = values;
  }
  return columns;
}

function table<T>(columns: ReadonlyMap<string, Column>, name: string): T {
  const prefix = `${name}.`;
  const own = [...columns].filter(([column]) => column.startsWith(prefix));
  return Object.fromEntries(own.map(([column, values]) => [column.slice(prefix.length), values])) as T;
}

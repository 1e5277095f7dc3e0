import { fillSentence } from '#shared/domain/fill-sentence.ts';
import { orNull } from '#shared/domain/or-null.ts';
import type { RunExport } from '#shared/domain/run-export.ts';
import {
  CASH_FLOW_KINDS,
  EXIT_REASONS,
  FILL_RULES,
  ORDER_ROLES,
  ORDER_STATUSES,
  ORDER_TYPES,
  PATH_SEGMENTS,
  type RunResult,
  SIDES,
} from '#shared/domain/run-result.ts';
import type { RunRecord } from './run-record.ts';

/** Parts of a run that are as long as it is. */
type Long = 'trades' | 'orders' | 'fills' | 'cashFlows' | 'log' | 'equity';

/** Rows and numbers whose text is made at a time. */
const ROWS_AT_ONCE = 256;
const NUMBERS_AT_ONCE = 4_096;

/** A run in its public shape; see docs/run-json.md. */
export function exportRun(record: RunRecord, result: RunResult): RunExport {
  return {
    ...exportHead(record, result),
    trades: exportTrades(result),
    orders: rowsOf(result.orders.bar.length, (id) => exportOrder(result, id)),
    fills: rowsOf(result.fills.bar.length, (row) => exportFill(result, row)),
    cashFlows: rowsOf(result.cashFlows.bar.length, (row) => exportCashFlow(result, row)),
    log: rowsOf(result.log.length, (row) => exportLogLine(result, row)),
    equity: { time: Array.from(result.time), value: Array.from(result.equity) },
  };
}

/** The JSON text of `exportRun` piece by piece, so that a long run needs no more memory than a short one. */
export function* runJson(record: RunRecord, result: RunResult): Generator<string, void, void> {
  yield JSON.stringify(exportHead(record, result)).slice(0, -1);
  yield* rowsJson('trades', result.trades.symbol.length, (row) => exportTrade(result, row));
  yield* rowsJson('orders', result.orders.bar.length, (id) => exportOrder(result, id));
  yield* rowsJson('fills', result.fills.bar.length, (row) => exportFill(result, row));
  yield* rowsJson('cashFlows', result.cashFlows.bar.length, (row) => exportCashFlow(result, row));
  yield* rowsJson('log', result.log.length, (row) => exportLogLine(result, row));
  yield ',"equity":{"time":[';
  yield* numbersJson(result.time);
  yield '],"value":[';
  yield* numbersJson(result.equity);
  yield ']}}\n';
}

function* rowsJson(name: string, rows: number, row: (row: number) => unknown): Generator<string, void, void> {
  yield `,"${name}":[`;
  for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
    const texts = rowsOf(Math.min(ROWS_AT_ONCE, rows - start), (i) => JSON.stringify(row(start + i)));
    yield `${start === 0 ? '' : ','}${texts.join(',')}`;
  }
  yield ']';
}

function* numbersJson(column: Float64Array): Generator<string, void, void> {
  for (let start = 0; start < column.length; start += NUMBERS_AT_ONCE) {
    const numbers = Array.from(column.subarray(start, start + NUMBERS_AT_ONCE));
    yield `${start === 0 ? '' : ','}${JSON.stringify(numbers).slice(1, -1)}`;
  }
}

function rowsOf<T>(rows: number, row: (row: number) => T): T[] {
  return Array.from({ length: rows }, (_, i) => row(i));
}

function exportHead(record: RunRecord, result: RunResult): Omit<RunExport, Long> {
  const { failure } = result;
  return {
    schema: 1,
    runId: record.id,
    manifestId: record.manifestId,
    resultHash: result.resultHash,
    semantics: record.manifest.semantics,
    manifest: record.manifest,
    strategy: { name: record.strategyName, file: record.strategyFile },
    bars: result.time.length,
    firstTradableIndex: result.firstTradableBar,
    warnings: result.warnings,
    failure: failure && {
      code: failure.code,
      message: failure.message,
      index: failure.bar,
      time: failure.time,
      line: failure.line,
      column: failure.column,
    },
    checks: result.checks,
    ambiguity: {
      bars: result.ambiguousBars,
      pessimistic: orNull(result.ambiguity.pessimistic),
      optimistic: orNull(result.ambiguity.optimistic),
    },
    funnel: exportFunnel(result),
    metrics: Object.fromEntries(
      Object.entries(result.metrics).map(([id, metric]) => [id, { ...metric, value: orNull(metric.value) }]),
    ),
  };
}

export function exportFunnel({ funnel, time }: RunResult): RunExport['funnel'] {
  if (funnel === null) return null;
  const { conditions, unfilled, ...counts } = funnel;
  return {
    ...counts,
    conditions: [...conditions],
    unfilled: unfilled.map(({ firstBar, ...orders }) => ({
      ...orders,
      firstIndex: firstBar,
      firstTime: at(time, firstBar),
    })),
  };
}

export function exportTrades(result: RunResult): RunExport['trades'] {
  return rowsOf(result.trades.symbol.length, (row) => exportTrade(result, row));
}

export function exportTrade(
  { trades, excursions, symbols, time }: RunResult,
  row: number,
): RunExport['trades'][number] {
  return {
    symbol: named(symbols, at(trades.symbol, row)),
    side: at(trades.direction, row) === 1 ? ('long' as const) : ('short' as const),
    qty: at(trades.qty, row),
    entryIndex: at(trades.entryBar, row),
    entryTime: at(time, at(trades.entryBar, row)),
    entryPrice: at(trades.entryPrice, row),
    exitIndex: at(trades.exitBar, row),
    exitTime: at(time, at(trades.exitBar, row)),
    exitPrice: at(trades.exitPrice, row),
    pnl: at(trades.pnl, row),
    returnPct: at(trades.returnFraction, row),
    commission: at(trades.commission, row),
    favourable: at(excursions.favourable, row),
    adverse: at(excursions.adverse, row),
    exitReason: named(EXIT_REASONS, at(trades.exitReason, row)),
    forced: at(trades.forced, row) === 1,
    entryFill: at(trades.entryFill, row),
    exitFill: at(trades.exitFill, row) < 0 ? null : at(trades.exitFill, row),
  };
}

export function exportOrder({ orders, symbols, time, texts }: RunResult, id: number): RunExport['orders'][number] {
  const bar = at(orders.bar, id);
  const end = at(orders.endBar, id);
  const parent = at(orders.parent, id);
  return {
    id,
    symbol: named(symbols, at(orders.symbol, id)),
    side: named(SIDES, at(orders.side, id)),
    type: named(ORDER_TYPES, at(orders.type, id)),
    role: named(ORDER_ROLES, at(orders.role, id)),
    status: named(ORDER_STATUSES, at(orders.status, id)),
    parentId: parent < 0 ? null : parent,
    placedIndex: bar,
    placedTime: at(time, bar),
    endIndex: end < 0 ? null : end,
    endTime: end < 0 ? null : at(time, end),
    qty: orNull(at(orders.qty, id)),
    filled: at(orders.filled, id),
    limit: orNull(at(orders.limit, id)),
    stop: orNull(at(orders.stop, id)),
    reason: texts[at(orders.reason, id)] ?? null,
    tag: texts[at(orders.tag, id)] ?? null,
  };
}

export function exportFill({ fills, orders, symbols, time }: RunResult, row: number): RunExport['fills'][number] {
  const bar = at(fills.bar, row);
  const order = at(fills.order, row);
  const isOwn = order >= 0;
  const fill = {
    symbol: named(symbols, at(fills.symbol, row)),
    side: named(SIDES, at(fills.side, row)),
    qty: at(fills.qty, row),
    price: at(fills.price, row),
    reference: at(fills.reference, row),
    spread: at(fills.spread, row),
    slippage: at(fills.slippage, row),
    commission: at(fills.commission, row),
    rate: at(fills.rate, row),
    rule: named(FILL_RULES, at(fills.rule, row)),
    ambiguous: at(fills.ambiguous, row) === 1,
  };
  const why = fillSentence({
    ...fill,
    role: isOwn ? named(ORDER_ROLES, at(orders.role, order)) : null,
    limit: isOwn ? at(orders.limit, order) : Number.NaN,
    stop: isOwn ? at(orders.stop, order) : Number.NaN,
  });
  return {
    orderId: isOwn ? order : null,
    index: bar,
    time: at(time, bar),
    ...fill,
    segment: named(PATH_SEGMENTS, at(fills.segment, row)),
    open: orNull(at(fills.open, row)),
    high: orNull(at(fills.high, row)),
    low: orNull(at(fills.low, row)),
    close: orNull(at(fills.close, row)),
    why,
  };
}

function exportCashFlow({ cashFlows, symbols, time }: RunResult, row: number): RunExport['cashFlows'][number] {
  const bar = at(cashFlows.bar, row);
  const symbol = at(cashFlows.symbol, row);
  return {
    index: bar,
    time: at(time, bar),
    symbol: symbol < 0 ? null : named(symbols, symbol),
    kind: named(CASH_FLOW_KINDS, at(cashFlows.kind, row)),
    amount: at(cashFlows.amount, row),
  };
}

function exportLogLine({ log, time }: RunResult, row: number): RunExport['log'][number] {
  const { bar, text } = log[row] as RunResult['log'][number];
  return { index: bar, time: at(time, bar), text };
}

/** The columns of a table have equal length: a row of one is a row of all. */
function at(column: Float64Array | Int32Array | Int8Array | Uint8Array, row: number): number {
  return column[row] as number;
}

function named<T extends string>(names: readonly T[], code: number): T {
  return names[code] as T;
}

import { fillSentence } from '#shared/domain/fill-sentence.ts';
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

/** A run in its public shape; see docs/run-json.md. */
export function exportRun(record: RunRecord, result: RunResult): RunExport {
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
    trades: exportTrades(result),
    orders: exportOrders(result),
    fills: exportFills(result),
    cashFlows: exportCashFlows(result),
    log: result.log.map(({ bar, text }) => ({ index: bar, time: at(result.time, bar), text })),
    equity: { time: Array.from(result.time), value: Array.from(result.equity) },
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
  return Array.from(result.trades.symbol.keys(), (row) => exportTrade(result, row));
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

function exportOrders(result: RunResult): RunExport['orders'] {
  return Array.from(result.orders.bar.keys(), (id) => exportOrder(result, id));
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

function exportFills(result: RunResult): RunExport['fills'] {
  return Array.from(result.fills.bar.keys(), (row) => exportFill(result, row));
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

function exportCashFlows({ cashFlows, symbols, time }: RunResult): RunExport['cashFlows'] {
  return Array.from(cashFlows.bar, (bar, row) => {
    const symbol = at(cashFlows.symbol, row);
    return {
      index: bar,
      time: at(time, bar),
      symbol: symbol < 0 ? null : named(symbols, symbol),
      kind: named(CASH_FLOW_KINDS, at(cashFlows.kind, row)),
      amount: at(cashFlows.amount, row),
    };
  });
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The columns of a table have equal length: a row of one is a row of all. */
function at(column: Float64Array | Int32Array | Int8Array | Uint8Array, row: number): number {
  return column[row] as number;
}

function named<T extends string>(names: readonly T[], code: number): T {
  return names[code] as T;
}

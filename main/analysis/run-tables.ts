import type { ORDER_COLUMNS, TRADE_COLUMNS } from '#shared/contract/runs.ts';
import {
  EXIT_REASONS,
  ORDER_ROLES,
  ORDER_STATUSES,
  ORDER_TYPES,
  type RunResult,
  SIDES,
} from '#shared/domain/run-result.ts';
import { alphabeticRanks, orderedRows } from '#worker/viewport/table-order.ts';

/** Which trades, and in which order. */
export interface TradeQuery {
  sort: (typeof TRADE_COLUMNS)[number];
  direction: 'ascending' | 'descending';
  symbol?: string;
  side?: 'long' | 'short';
  outcome?: 'won' | 'lost';
  exitReason?: (typeof EXIT_REASONS)[number];
}

/** Which orders, and in which order. */
export interface OrderQuery {
  sort: (typeof ORDER_COLUMNS)[number];
  direction: 'ascending' | 'descending';
  symbol?: string;
  side?: (typeof SIDES)[number];
  type?: (typeof ORDER_TYPES)[number];
  role?: (typeof ORDER_ROLES)[number];
  status?: (typeof ORDER_STATUSES)[number];
}

type Column = Float64Array | Int32Array | Int8Array | Uint8Array;
type Key = (row: number) => number;

/** Rows of the trades that a query means, in its order. */
export function tradeRows({ trades, excursions, symbols }: RunResult, query: TradeQuery): Int32Array {
  const keys: Record<TradeQuery['sort'], Key> = {
    trade: (row) => row,
    symbol: ranked(trades.symbol, symbols),
    side: (row) => -(trades.direction[row] as number),
    qty: plain(trades.qty),
    entryTime: plain(trades.entryBar),
    entryPrice: plain(trades.entryPrice),
    exitTime: plain(trades.exitBar),
    exitPrice: plain(trades.exitPrice),
    bars: (row) => (trades.exitBar[row] as number) - (trades.entryBar[row] as number),
    pnl: plain(trades.pnl),
    returnPct: plain(trades.returnFraction),
    commission: plain(trades.commission),
    favourable: plain(excursions.favourable),
    adverse: plain(excursions.adverse),
    exitReason: ranked(trades.exitReason, EXIT_REASONS),
  };
  const keep = every(
    matches(trades.symbol, symbols, query.symbol),
    matches(trades.exitReason, EXIT_REASONS, query.exitReason),
    query.side === undefined ? null : (row) => trades.direction[row] === (query.side === 'long' ? 1 : -1),
    query.outcome === undefined ? null : (row) => (trades.pnl[row] as number) > 0 === (query.outcome === 'won'),
  );
  return orderedRows(trades.symbol.length, { keep, key: keys[query.sort], isDescending: isDescending(query) });
}

/** Rows of the orders that a query means, in its order. */
export function orderRows({ orders, symbols }: RunResult, query: OrderQuery): Int32Array {
  const keys: Record<OrderQuery['sort'], Key> = {
    id: (row) => row,
    symbol: ranked(orders.symbol, symbols),
    side: ranked(orders.side, SIDES),
    type: ranked(orders.type, ORDER_TYPES),
    role: ranked(orders.role, ORDER_ROLES),
    status: ranked(orders.status, ORDER_STATUSES),
    placedTime: plain(orders.bar),
    endTime: (row) => ((orders.endBar[row] as number) < 0 ? Number.NaN : (orders.endBar[row] as number)),
    qty: plain(orders.qty),
  };
  const keep = every(
    matches(orders.symbol, symbols, query.symbol),
    matches(orders.side, SIDES, query.side),
    matches(orders.type, ORDER_TYPES, query.type),
    matches(orders.role, ORDER_ROLES, query.role),
    matches(orders.status, ORDER_STATUSES, query.status),
  );
  return orderedRows(orders.bar.length, { keep, key: keys[query.sort], isDescending: isDescending(query) });
}

function isDescending({ direction }: { direction: 'ascending' | 'descending' }): boolean {
  return direction === 'descending';
}

function plain(column: Column): Key {
  return (row) => column[row] as number;
}

/** A column of codes by the alphabet of their names. */
function ranked(column: Column, names: readonly string[]): Key {
  const ranks = alphabeticRanks(names);
  return (row) => ranks[column[row] as number] as number;
}

function matches(
  column: Column,
  names: readonly string[],
  wanted: string | undefined,
): ((row: number) => boolean) | null {
  if (wanted === undefined) return null;
  const code = names.indexOf(wanted);
  return (row) => column[row] === code;
}

function every(...tests: (((row: number) => boolean) | null)[]): (row: number) => boolean {
  const asked = tests.filter((test) => test !== null);
  return (row) => asked.every((test) => test(row));
}

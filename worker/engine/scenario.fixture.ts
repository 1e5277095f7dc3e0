import {
  CASH_FLOW_KINDS,
  type CashFlowKind,
  EXIT_REASONS,
  FILL_RULES,
  ORDER_STATUSES,
} from '#shared/domain/run-result.ts';
import type { BarContext } from '#shared/strategy-api/strategy.ts';
import { dailyBars, type Quote } from '../../tests/support/bars.ts';
import { type RunOptions, runStrategy } from '../../tests/support/run-strategy.ts';
import type { Simulation } from './backtest.ts';

export type Context = BarContext<Record<never, never>, unknown>;

/** What a strategy does at the close of some bars. */
export type Acts = Readonly<Record<number, (context: Context) => void>>;

export const FLAT: Quote = [100, 100, 100, 100];

/** A bar that stays at a price. */
export function still(price: number): Quote {
  return [price, price, price, price];
}

/** Acts on daily bars of one symbol, with 10,000 in cash. */
export function played(quotes: readonly Quote[], acts: Acts, options: RunOptions = {}): Simulation {
  return playedOn([quotes], acts, options);
}

/** Acts on daily bars of several symbols that begin together. */
export function playedOn(symbols: readonly (readonly Quote[])[], acts: Acts, options: RunOptions = {}): Simulation {
  return runStrategy(
    symbols.map((quotes) => dailyBars(quotes)),
    { onBar: (context) => acts[context.bar.index]?.(context as Context) },
    options,
  );
}

/** Bar, units (negative = sold) and price of each fill. */
export function fillsOf({ fills }: Simulation): [bar: number, units: number, price: number][] {
  return Array.from(fills.bar, (bar, row) => [
    bar,
    (fills.side[row] === 0 ? 1 : -1) * (fills.qty[row] as number),
    fills.price[row] as number,
  ]);
}

/** The rules by which fills came about. */
export function rulesOf({ fills }: Simulation): (string | undefined)[] {
  return Array.from(fills.rule, (code) => FILL_RULES[code]);
}

/** How each order ended: status, units filled of those asked for, and why, where there is something to say. */
export function endsOf({ orders, texts }: Simulation): (string | number | undefined)[][] {
  return Array.from(orders.status, (status, id) => {
    const reason = texts[orders.reason[id] as number];
    const end = [ORDER_STATUSES[status], orders.filled[id], orders.qty[id]];
    return reason === undefined ? end : [...end, reason];
  });
}

/** Units, entry price, exit price, profit and reason of each trade. */
export function tradesOf({ trades }: Simulation): (string | number | undefined)[][] {
  return Array.from(trades.qty, (qty, row) => [
    qty,
    trades.entryPrice[row],
    trades.exitPrice[row],
    trades.pnl[row],
    EXIT_REASONS[trades.exitReason[row] as number],
  ]);
}

/** Bar, kind and amount of the money that moved without a fill. */
export function flowsOf({ cashFlows }: Simulation): [bar: number, kind: CashFlowKind | undefined, amount: number][] {
  return Array.from(cashFlows.bar, (bar, row) => [
    bar,
    CASH_FLOW_KINDS[cashFlows.kind[row] as number],
    cashFlows.amount[row] as number,
  ]);
}

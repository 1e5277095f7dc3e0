import { ORDER_ROLES, type OrderRole } from '#shared/domain/run-result.ts';
import type { Simulation } from '#worker/engine/backtest.ts';

/** A trade as backtesting.py lists it. */
export interface ListedTrade {
  size: number;
  entryBar: number;
  exitBar: number;
  entryPrice: number;
  exitPrice: number;
  /** The stop-loss and the take-profit that it had when it ended. */
  sl: number | null;
  tp: number | null;
  pnl: number;
  commission: number;
  returnPct: number;
}

/** The trades of a run that have an exit. */
export function listTrades({ trades, fills, orders }: Simulation): ListedTrade[] {
  const protection = new Map<string, number>();
  orders.parent.forEach((parent, row) => {
    if (parent >= 0) protection.set(`${parent} ${ORDER_ROLES[orders.role[row] as number]}`, row);
  });
  const levelOf = (trade: number, role: OrderRole): number | null => {
    const row = protection.get(`${fills.order[trades.entryFill[trade] as number]} ${role}`);
    if (row === undefined) return null;
    return (role === 'stop-loss' ? orders.stop[row] : orders.limit[row]) ?? null;
  };
  const all = Array.from(trades.qty, (qty, row): ListedTrade => {
    return {
      size: qty * (trades.direction[row] as number),
      entryBar: trades.entryBar[row] as number,
      exitBar: trades.exitBar[row] as number,
      entryPrice: trades.entryPrice[row] as number,
      exitPrice: trades.exitPrice[row] as number,
      sl: levelOf(row, 'stop-loss'),
      tp: levelOf(row, 'take-profit'),
      pnl: trades.pnl[row] as number,
      commission: trades.commission[row] as number,
      returnPct: trades.returnFraction[row] as number,
    };
  });
  return all.filter((_, row) => (trades.exitFill[row] as number) >= 0);
}

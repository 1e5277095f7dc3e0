import type { Simulation } from '#worker/engine/backtest.ts';

/** How far equity at the end is from what the capital, the trades (open ones too) and other money make, relative. */
export function imbalance({ equity, trades, cashFlows }: Simulation, cash: number): number {
  const profit = trades.pnl.reduce((sum, pnl) => sum + pnl, 0);
  const other = cashFlows.amount.reduce((sum, amount) => sum + amount, 0);
  const last = equity.at(-1) ?? Number.NaN;
  return Math.abs(cash + profit + other - last) / cash;
}

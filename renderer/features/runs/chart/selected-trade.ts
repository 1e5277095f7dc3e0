import type { Trade } from '#shared/contract/run.ts';
import type { SelectedTrade } from '../../../charts/scene/trade-layers.ts';

/** A trade as the chart draws it; null where it trades another symbol than the one that is shown. */
export function tradeOnChart(trade: Trade, symbol: string): SelectedTrade | null {
  if (trade.symbol !== symbol) return null;
  const { exitFill, exitIndex, exitPrice, pnl } = trade;
  return {
    trade: trade.trade,
    side: trade.side === 'long' ? 1 : -1,
    entryRow: trade.entryIndex,
    entryPrice: trade.entryPrice,
    exit: exitFill === null ? null : { row: exitIndex, price: exitPrice, pnl },
  };
}

/** The trade before (−1) or after (1) the selected one, of `count`; the first or last one where none is selected. */
export function neighbourTrade(selected: number | null, step: -1 | 1, count: number): number | null {
  if (count === 0) return null;
  if (selected === null) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, selected + step));
}

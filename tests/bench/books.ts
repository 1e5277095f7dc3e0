import type { TradeColumns } from '#shared/domain/run-result.ts';

/** What a trade is in the books, in the order in which its numbers lie in `Books.trades`. */
const TRADE_FIELDS = ['entry bar', 'exit bar', 'entry price', 'exit price', 'size', 'profit'] as const;
const TOLERANCE = 1e-9;

/** What two engines must agree on before their speeds can be compared. */
export interface Books {
  /** Six numbers a trade, in the order of the exits. */
  trades: Float64Array;
  /** At each close. */
  equity: Float64Array;
}

export function booksOf({ trades, equity }: { trades: TradeColumns; equity: Float64Array }): Books {
  const { entryBar, exitBar, entryPrice, exitPrice, qty, pnl } = trades;
  const columns = [entryBar, exitBar, entryPrice, exitPrice, qty, pnl];
  const rows = Float64Array.from({ length: qty.length * columns.length }, (_, i) => {
    return columns[i % columns.length]?.[Math.floor(i / columns.length)] as number;
  });
  return { trades: rows, equity: equity.slice() };
}

export function tradeCount({ trades }: Books): number {
  return trades.length / TRADE_FIELDS.length;
}

/**
 * Where two books first differ, as a sentence; null when they agree: in every bar, size and price exactly, in
 * every profit and equity to 1e-9 of the money at stake.
 */
export function firstDifference(ours: Books, theirs: Books): string | null {
  if (tradeCount(ours) !== tradeCount(theirs)) return `${tradeCount(ours)} trades against ${tradeCount(theirs)}`;
  for (let i = 0; i < ours.trades.length; i++) {
    const field = TRADE_FIELDS[i % TRADE_FIELDS.length];
    const [a, b] = [ours.trades[i] as number, theirs.trades[i] as number];
    // A profit is a small difference of two large values: it is as exact as they are.
    const stake = field === 'profit' ? (ours.trades[i - 1] as number) * (ours.trades[i - 2] as number) : 0;
    if (!(Math.abs(a - b) <= TOLERANCE * stake)) {
      return `trade ${Math.floor(i / TRADE_FIELDS.length)}: ${field} ${a} against ${b}`;
    }
  }
  if (ours.equity.length !== theirs.equity.length) {
    return `${ours.equity.length} bars of equity against ${theirs.equity.length}`;
  }
  for (let bar = 0; bar < ours.equity.length; bar++) {
    const [a, b] = [ours.equity[bar] as number, theirs.equity[bar] as number];
    if (!(Math.abs(a - b) <= TOLERANCE * Math.abs(b))) return `equity on bar ${bar}: ${a} against ${b}`;
  }
  return null;
}

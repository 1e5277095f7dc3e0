import { type FillColumns, PATH_SEGMENTS, type PathSegment, type TradeColumns } from '#shared/domain/run-result.ts';
import type { ClockedBars } from './excursions.ts';
import { fillsOf, tradesWith } from './source.fixture.ts';

/** A fill on its way through a bar. */
export interface WalkedFill {
  /** On the run's clock. */
  bar: number;
  segment: PathSegment;
  reference: number;
  symbol?: number;
  qty?: number;
  commission?: number;
  rate?: number;
}

export interface WalkedTrade {
  direction: 1 | -1;
  entry: WalkedFill;
  exit: WalkedFill;
  qty?: number;
  entryPrice?: number;
  exitPrice?: number;
  /** Listed at the end, without a fill that closed it. */
  staysOpen?: boolean;
}

/** Bars from open, high, low, close of each. */
export function barsOf(quotes: readonly (readonly [number, number, number, number])[]): ClockedBars['bars'] {
  const column = (k: 0 | 1 | 2 | 3) => Float64Array.from(quotes, (quote) => quote[k]);
  return { open: column(0), high: column(1), low: column(2), close: column(3) };
}

/** Trades and their fills, an entry and an exit each. */
export function walked(list: readonly WalkedTrade[]): { trades: TradeColumns; fills: FillColumns } {
  const fills = list.flatMap(({ entry, exit }) => [entry, exit]);
  const trades: TradeColumns = {
    ...tradesWith(list.map(() => 0)),
    symbol: Int32Array.from(list, ({ entry }) => entry.symbol ?? 0),
    direction: Int8Array.from(list, ({ direction }) => direction),
    qty: Float64Array.from(list, ({ qty = 1 }) => qty),
    entryBar: Int32Array.from(list, ({ entry }) => entry.bar),
    entryPrice: Float64Array.from(list, ({ entryPrice, entry }) => entryPrice ?? entry.reference),
    exitBar: Int32Array.from(list, ({ exit }) => exit.bar),
    exitPrice: Float64Array.from(list, ({ exitPrice, exit }) => exitPrice ?? exit.reference),
    entryFill: Int32Array.from(list, (_, row) => 2 * row),
    exitFill: Int32Array.from(list, ({ staysOpen }, row) => (staysOpen ? -1 : 2 * row + 1)),
  };
  const rows = fills.map(({ symbol = 0, qty = 1, reference, commission = 0, rate = 1 }) => {
    return { symbol, qty, price: reference, spread: 0, slippage: 0, commission, rate };
  });
  return {
    trades,
    fills: {
      ...fillsOf(rows),
      bar: Int32Array.from(fills, ({ bar }) => bar),
      segment: Uint8Array.from(fills, ({ segment }) => PATH_SEGMENTS.indexOf(segment)),
    },
  };
}

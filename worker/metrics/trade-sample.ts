import type { TradeColumns } from '#shared/domain/run-result.ts';

/** The columns of some trades that metrics read, in the order of the exits. */
export interface TradeSample {
  /** Net profit in money. */
  readonly pnl: Float64Array;
  /** Net profit as a fraction of the value at entry. */
  readonly returnFraction: Float64Array;
  readonly entryBar: Int32Array;
  readonly exitBar: Int32Array;
  /** Of entry and exit together. */
  readonly commission: Float64Array;
}

/** The trades that the strategy itself ended: all but those closed because the data ended. */
export function withoutForcedTrades(trades: TradeColumns): TradeSample {
  const ended = (_: number, row: number) => trades.forced[row] === 0;
  return {
    pnl: trades.pnl.filter(ended),
    returnFraction: trades.returnFraction.filter(ended),
    entryBar: trades.entryBar.filter(ended),
    exitBar: trades.exitBar.filter(ended),
    commission: trades.commission.filter(ended),
  };
}

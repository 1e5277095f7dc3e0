import type { BarIndex } from '#shared/domain/units.ts';
import type { SignalMarket } from '../signal-market.ts';
import type { TradeList } from '../trades.ts';

/** A run of the kernel as it is measured: its trades say what equity was at every bar. */
export interface TradedRun {
  market: SignalMarket;
  trades: TradeList;
  firstTradableBar: BarIndex;
}

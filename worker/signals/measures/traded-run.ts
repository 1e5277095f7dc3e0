import type { BarIndex, Money } from '#shared/domain/units.ts';
import type { PriceBlocks } from '../price-blocks.ts';
import type { TradeList } from '../trades.ts';
import type { MeasuringPeriods } from './measuring-periods.ts';

/** A run of the kernel as measures look at it: its trades, and what else they need to follow equity. */
export interface TradedRun {
  trades: TradeList;
  close: Float64Array;
  multiplier: number;
  initialCash: Money;
  firstTradableBar: BarIndex;
  closes: PriceBlocks;
  periods: MeasuringPeriods;
}

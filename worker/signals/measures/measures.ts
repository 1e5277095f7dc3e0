import type { MetricId } from '#shared/domain/metric-catalog.ts';
import { winsAndLosses } from '../../metrics/trading/wins-and-losses.ts';
import { maxDrawdown } from './max-drawdown.ts';
import { sharpe } from './sharpe.ts';
import type { TradedRun } from './traded-run.ts';

/**
 * The metrics that a sweep can ask for, worked out from the trades alone. Their definitions are those of
 * `worker/metrics`, and so are the values, to the last bit. Each costs only the runs that ask for it.
 */
export const SWEEP_MEASURES = {
  finalEquity: ({ trades }) => trades.cash,
  totalReturn: ({ market, trades }) => trades.cash / market.terms.cash - 1,
  maxDrawdown,
  sharpe,
  trades: ({ trades }) => trades.count,
  winRate: (run) => winsAndLosses(profits(run)).wins / run.trades.count,
  profitFactor(run) {
    const { won, lost } = winsAndLosses(profits(run));
    return lost > 0 ? won / lost : Number.NaN;
  },
  exposure({ market, trades, firstTradableBar }) {
    const tradableBars = market.bars.close.length - firstTradableBar;
    return tradableBars > 0 ? trades.barsInMarket / tradableBars : Number.NaN;
  },
} as const satisfies Partial<Record<MetricId, (run: TradedRun) => number>>;

export type SweepMetricId = keyof typeof SWEEP_MEASURES;

function profits({ market, trades }: TradedRun): Float64Array {
  return trades.profits(market.terms);
}

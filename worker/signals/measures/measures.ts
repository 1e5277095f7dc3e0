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
  totalReturn: ({ trades, initialCash }) => trades.cash / initialCash - 1,
  maxDrawdown,
  sharpe,
  trades: ({ trades }) => trades.count,
  winRate: ({ trades }) => winsAndLosses(trades.profits).wins / trades.count,
  profitFactor({ trades }) {
    const { won, lost } = winsAndLosses(trades.profits);
    return lost > 0 ? won / lost : Number.NaN;
  },
  exposure({ trades, close, firstTradableBar }) {
    const tradableBars = close.length - firstTradableBar;
    return tradableBars > 0 ? trades.barsInMarket / tradableBars : Number.NaN;
  },
} as const satisfies Partial<Record<MetricId, (run: TradedRun) => number>>;

export type SweepMetricId = keyof typeof SWEEP_MEASURES;

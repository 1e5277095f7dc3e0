import type { Metric } from '../metric.ts';
import { mean, standardDeviation } from '../statistics/moments.ts';
import { withoutForced } from './without-forced.ts';

/**
 * System quality number: the average trade against the spread of trades, larger for more of them.
 *
 *   SQN = √n · mean(pnl) / sd(pnl, ddof 1)
 *
 * @returns a pure number; NaN with fewer than two trades, or when all made the same.
 * Convention: from money and n uncapped, as backtesting.py; Tharp divides by the risk of each trade and stops
 * counting at a hundred trades.
 * Source: Tharp (2008), The Definitive Guide to Position Sizing.
 */
export const sqn: Metric = {
  id: 'sqn',
  unit: 'ratio',
  convention: 'from money, ddof 1, trades not capped',
  compute({ trades: { pnl } }) {
    const risk = standardDeviation(pnl, 1);
    return risk === 0 ? Number.NaN : (Math.sqrt(pnl.length) * mean(pnl)) / risk;
  },
};

export const sqnClosed = withoutForced(sqn, 'sqnClosed');

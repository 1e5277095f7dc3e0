import type { Metric } from '../metric.ts';
import { winsAndLosses } from './wins-and-losses.ts';
import { withoutForced } from './without-forced.ts';

/**
 * Profit factor: money won for each unit of money lost, over all trades.
 *
 *   PF = Σ wins / |Σ losses|
 *
 * @returns a pure number, 1 = break even; NaN without a loss, where it would be infinite.
 * Convention: from money, after costs, as most tools; backtesting.py divides percentages instead.
 */
export const profitFactor: Metric = {
  id: 'profitFactor',
  unit: 'ratio',
  convention: 'from money, not percentages; undefined without losses',
  compute({ trades }) {
    const { won, lost } = winsAndLosses(trades.pnl);
    return lost > 0 ? won / lost : Number.NaN;
  },
};

export const profitFactorClosed = withoutForced(profitFactor, 'profitFactorClosed');

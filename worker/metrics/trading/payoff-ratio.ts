import type { Metric } from '../metric.ts';
import { winsAndLosses } from './wins-and-losses.ts';

/**
 * Payoff ratio: the average win against the average loss.
 *
 *   (Σ wins / number of wins) / (|Σ losses| / number of losses)
 *
 * @returns a pure number; NaN without a win or without a loss.
 * Convention: from money, after costs.
 */
export const payoffRatio: Metric = {
  id: 'payoffRatio',
  unit: 'ratio',
  convention: 'from money; undefined without losses',
  compute({ trades }) {
    const { wins, losses, won, lost } = winsAndLosses(trades.pnl);
    return wins > 0 && losses > 0 ? won / wins / (lost / losses) : Number.NaN;
  },
};

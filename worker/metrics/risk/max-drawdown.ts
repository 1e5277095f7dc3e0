import type { Metric } from '../metric.ts';

/**
 * Maximum drawdown: the largest fall of equity from a high, as a fraction of that high.
 *
 *   min over t of (equity(t) / max of equity up to t − 1)
 *
 * @returns 0 for a curve that never falls, down to −1; below −1 when the account ends in debt; NaN without bars.
 * Convention: at the close of every bar. Daily sampling, as in most tools, misses what happened inside the day.
 */
export const maxDrawdown: Metric = {
  id: 'maxDrawdown',
  unit: 'fraction',
  convention: 'at bar closes, from the running high',
  compute({ drawdowns, equity }) {
    if (equity.length === 0) return Number.NaN;
    return drawdowns.reduce((deepest, { depth }) => Math.min(deepest, depth), 0);
  },
};

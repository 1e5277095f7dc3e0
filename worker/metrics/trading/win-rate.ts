import type { Metric } from '../metric.ts';
import { winsAndLosses } from './wins-and-losses.ts';
import { withoutForced } from './without-forced.ts';

/**
 * Win rate: the share of trades that made money after costs.
 *
 * @returns 0–1; a trade that broke even counts as not won; NaN without trades.
 */
export const winRate: Metric = {
  id: 'winRate',
  unit: 'fraction',
  convention: 'net profit above 0',
  compute: ({ trades }) => winsAndLosses(trades.pnl).wins / trades.pnl.length,
};

export const winRateClosed = withoutForced(winRate, 'winRateClosed');

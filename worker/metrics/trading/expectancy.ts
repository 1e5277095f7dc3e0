import type { Metric } from '../metric.ts';
import { mean } from '../statistics/moments.ts';
import { withoutForced } from './without-forced.ts';

/**
 * Expectancy: the average trade, after costs.
 *
 *   E = mean(pnl)
 *
 * @returns money; NaN without trades.
 * Convention: from money; backtesting.py averages percentages.
 */
export const expectancy: Metric = {
  id: 'expectancy',
  unit: 'money',
  convention: 'mean net profit of a trade',
  compute: ({ trades }) => mean(trades.pnl),
};

export const expectancyClosed = withoutForced(expectancy, 'expectancyClosed');

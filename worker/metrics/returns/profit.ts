import type { Metric } from '../metric.ts';

/** Profit: final equity less the initial capital, after all costs; NaN without bars. */
export const profit: Metric = {
  id: 'profit',
  unit: 'money',
  convention: 'net of all costs',
  compute: ({ finalEquity, initialCash }) => finalEquity - initialCash,
};

import type { Metric } from '../metric.ts';

/** Final equity: cash plus positions at the last close; NaN without bars. */
export const finalEquity: Metric = {
  id: 'finalEquity',
  unit: 'money',
  convention: 'at the last close',
  compute: (input) => input.finalEquity,
};

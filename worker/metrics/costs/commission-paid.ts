import type { Metric } from '../metric.ts';

/** Commission paid on all fills. */
export const commissionPaid: Metric = {
  id: 'commissionPaid',
  unit: 'money',
  convention: 'sum over all fills',
  compute: ({ costs }) => costs.commission,
};

import type { Metric } from '../metric.ts';

/** Average drawdown: the mean depth of all drawdowns, each from its high to its low; NaN when there is none. */
export const averageDrawdown: Metric = {
  id: 'averageDrawdown',
  unit: 'fraction',
  convention: 'mean depth of all drawdowns, at bar closes',
  compute: ({ drawdowns }) => drawdowns.reduce((sum, { depth }) => sum + depth, 0) / drawdowns.length,
};

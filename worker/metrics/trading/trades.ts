import type { Metric } from '../metric.ts';

/** Trades: round trips, those that were closed because the data ended included. */
export const trades: Metric = {
  id: 'trades',
  unit: 'count',
  convention: 'round trips, first in first out, forced closes included',
  compute: (input) => input.trades.pnl.length,
};

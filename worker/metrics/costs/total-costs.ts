import type { Metric } from '../metric.ts';

/** All that trading cost: commission, half spreads and slippage of every fill. */
export const totalCosts: Metric = {
  id: 'totalCosts',
  unit: 'money',
  convention: 'commission + half spread + slippage',
  compute: ({ costs: { commission, spread, slippage } }) => commission + spread + slippage,
};

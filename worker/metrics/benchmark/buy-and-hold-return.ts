import type { Metric } from '../metric.ts';

/**
 * Buy-and-hold return: what the same capital would have made without a strategy; NaN without bars.
 *
 * Convention: it starts where the strategy may first trade; from the first bar on, as in many tools, it would
 * profit from a warm-up in which the strategy must stay out.
 */
export const buyAndHoldReturn: Metric = {
  id: 'buyAndHoldReturn',
  unit: 'fraction',
  convention: 'from where the strategy may first trade to the last close, same costs',
  compute: ({ buyAndHold, initialCash }) => (buyAndHold.at(-1) ?? Number.NaN) / initialCash - 1,
};

import type { Metric } from '../metric.ts';

/**
 * Exposure: the share of time in the market.
 *
 *   bars at whose close a position was open / bars on which the strategy could act
 *
 * @returns 0–1; NaN when warm-up took all bars.
 * Convention: warm-up doesn't count; backtesting.py counts it, and the bar of the exit too.
 */
export const exposure: Metric = {
  id: 'exposure',
  unit: 'fraction',
  convention: 'bars closed with a position, warm-up left out',
  compute: ({ barsInMarket, tradableBars }) => (tradableBars > 0 ? barsInMarket / tradableBars : Number.NaN),
};

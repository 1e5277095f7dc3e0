import type { Metric } from '../metric.ts';
import { annualReturn } from '../returns/annual-return.ts';
import { maxDrawdown } from './max-drawdown.ts';

/**
 * Calmar ratio: annual return per unit of maximum drawdown.
 *
 *   C = annual return / |max drawdown|
 *
 * @returns a pure number; NaN without a drawdown.
 * Convention: the annual return of trading periods over the whole run, as empyrical; Young's original looks at
 * the last 36 months. `mar` uses calendar growth.
 * Source: Young (1991), Calmar Ratio: A Smoother Tool, Futures 20(1).
 */
export const calmar: Metric = {
  id: 'calmar',
  unit: 'ratio',
  convention: 'annual return / |max drawdown|, warm-up left out',
  compute(input) {
    const depth = maxDrawdown.compute(input);
    return depth === 0 ? Number.NaN : annualReturn.compute(input) / -depth;
  },
};

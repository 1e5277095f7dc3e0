import type { Metric } from '../metric.ts';
import { cagr } from '../returns/cagr.ts';
import { maxDrawdown } from './max-drawdown.ts';

/**
 * MAR ratio: growth a calendar year per unit of maximum drawdown, since inception.
 *
 *   MAR = CAGR / |max drawdown|
 *
 * @returns a pure number; NaN without a drawdown.
 * Source: Managed Account Reports (1978).
 */
export const mar: Metric = {
  id: 'mar',
  unit: 'ratio',
  convention: 'CAGR / |max drawdown|, warm-up left out',
  compute(input) {
    const depth = maxDrawdown.compute(input);
    return depth === 0 ? Number.NaN : cagr.compute(input) / -depth;
  },
};

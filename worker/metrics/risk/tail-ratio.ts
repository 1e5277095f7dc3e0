import type { Metric } from '../metric.ts';
import { quantile } from '../statistics/quantile.ts';

/**
 * Tail ratio: how large the good periods are against the bad ones.
 *
 *   |95 % quantile of r| / |5 % quantile of r|
 *
 * @returns a pure number; NaN without returns or where the lower tail is 0.
 * Convention: as empyrical.
 */
export const tailRatio: Metric = {
  id: 'tailRatio',
  unit: 'ratio',
  convention: '|95 % quantile| / |5 % quantile|',
  compute({ returns }) {
    const lower = quantile(returns, 0.05);
    return lower === 0 ? Number.NaN : Math.abs(quantile(returns, 0.95) / lower);
  },
};

import type { Metric } from '../metric.ts';
import * as moments from '../statistics/moments.ts';

/**
 * Skewness: negative where rare losses are larger than rare gains.
 *
 *   γ₃ = m₃ / m₂^1.5
 *
 * @returns a pure number, 0 for a symmetric distribution; NaN when returns don't vary.
 * Convention: of the population; pandas and quantstats correct for the sample size.
 */
export const skewness: Metric = {
  id: 'skewness',
  unit: 'ratio',
  convention: 'population moments',
  compute: ({ returns }) => moments.skewness(returns),
};

import type { Metric } from '../metric.ts';
import { rawKurtosis } from '../statistics/moments.ts';

/**
 * Kurtosis: how heavy the tails are.
 *
 *   γ₄ = m₄ / m₂²
 *
 * @returns a pure number, 3 for a normal distribution; NaN when returns don't vary.
 * Convention: raw, of the population; pandas and quantstats show excess kurtosis, about 3 lower.
 */
export const kurtosis: Metric = {
  id: 'kurtosis',
  unit: 'ratio',
  convention: 'raw (3 for a normal), population moments',
  compute: ({ returns }) => rawKurtosis(returns),
};
